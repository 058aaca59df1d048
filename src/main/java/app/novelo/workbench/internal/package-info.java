/** The inside of the workbench. */
@NullMarked
package app.novelo.workbench.internal;

import org.jspecify.annotations.NullMarked;
