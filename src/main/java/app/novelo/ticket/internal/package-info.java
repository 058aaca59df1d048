/** The inside of the module. */
@NullMarked
package app.novelo.ticket.internal;

import org.jspecify.annotations.NullMarked;
