package app.novelo.channel;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * Something that the channel told outside of any conversation.
 *
 * @param id grows with the order in which they came
 * @param account the channel's id of the business account that it is about; empty where it named none
 * @param field the channel's word for what it is
 * @param value as it came: hostile, every part of it may be missing or of another shape
 * @param at business time of its arrival
 */
public record AccountNotice(long id, String account, String field, JsonNode value, Instant at) {}
