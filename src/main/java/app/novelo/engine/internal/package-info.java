/** The inside of the engine's module. */
@NullMarked
package app.novelo.engine.internal;

import org.jspecify.annotations.NullMarked;
