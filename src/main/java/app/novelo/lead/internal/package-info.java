/** The inside of the module. */
@NullMarked
package app.novelo.lead.internal;

import org.jspecify.annotations.NullMarked;
