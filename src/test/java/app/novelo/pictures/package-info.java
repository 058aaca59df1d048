/** The pictures of the models in {@code docs/img}: made from the files, and never of another version of them. */
@NullMarked
package app.novelo.pictures;

import org.jspecify.annotations.NullMarked;
