/** The inside of the module. */
@NullMarked
package app.novelo.survey.internal;

import org.jspecify.annotations.NullMarked;
