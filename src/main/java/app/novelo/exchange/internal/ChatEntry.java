package app.novelo.exchange.internal;

import org.jspecify.annotations.Nullable;

/**
 * One message of an exported chat, as it stands there.
 *
 * @param number counts from 0
 * @param name who wrote it; null for what WhatsApp itself tells
 * @param marked its words begin with a mark that WhatsApp puts before its own
 */
record ChatEntry(long number, Stamp stamp, @Nullable String name, String text, boolean marked) {}
