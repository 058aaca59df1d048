/** The adapter of the WhatsApp Cloud API. */
@NullMarked
package app.novelo.channel.whatsapp;

import org.jspecify.annotations.NullMarked;
