@NullMarked
package app.novelo.exchange.internal;

import org.jspecify.annotations.NullMarked;
