/** The inside of the module. */
@NullMarked
package app.novelo.servicelevel.internal;

import org.jspecify.annotations.NullMarked;
