/** What messages cost: WhatsApp's price list, and what is left of a month's free messages. */
@NullMarked
package app.novelo.channel.cost;

import org.jspecify.annotations.NullMarked;
