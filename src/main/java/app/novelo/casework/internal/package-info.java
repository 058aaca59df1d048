/** The inside of the module. */
@NullMarked
package app.novelo.casework.internal;

import org.jspecify.annotations.NullMarked;
