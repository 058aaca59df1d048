/** The inside of the module. */
@NullMarked
package app.novelo.followup.internal;

import org.jspecify.annotations.NullMarked;
