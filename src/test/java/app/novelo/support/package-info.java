/** What tests of several modules share. */
@NullMarked
package app.novelo.support;

import org.jspecify.annotations.NullMarked;
