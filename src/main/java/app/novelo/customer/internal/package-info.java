/** The inside of the module. */
@NullMarked
package app.novelo.customer.internal;

import org.jspecify.annotations.NullMarked;
