/** The inside of the module. */
@NullMarked
package app.novelo.desk.internal;

import org.jspecify.annotations.NullMarked;
