/** Tests of the sandbox. */
@NullMarked
package app.novelo.sandbox.internal;

import org.jspecify.annotations.NullMarked;
