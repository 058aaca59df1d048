/** Raw deliveries, lanes and lines. */
@NullMarked
package app.novelo.channel.internal;

import org.jspecify.annotations.NullMarked;
