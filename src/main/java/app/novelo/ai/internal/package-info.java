/** How the module {@code ai} understands: word lists, a linear model, rules for entities, and the provider's adapter. */
@NullMarked
package app.novelo.ai.internal;

import org.jspecify.annotations.NullMarked;
