/** Novelo, one package per module; see {@code docs/developer.md} for the map. */
@NullMarked
package app.novelo;

import org.jspecify.annotations.NullMarked;
