/** The inside of the platform. */
@NullMarked
package app.novelo.platform.internal;

import org.jspecify.annotations.NullMarked;
