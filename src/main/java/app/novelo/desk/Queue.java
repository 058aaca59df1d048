package app.novelo.desk;

import org.jspecify.annotations.Nullable;

/**
 * A group of agents and the work that waits for them.
 *
 * @param id also the id of the engine's group
 * @param calendar when its agents work
 * @param strategy how an agent is found where the table names none
 * @param overflowQueue where work goes that nobody has taken, unless the table names one; null = it waits
 * @param overflowMinutes of business time until then; null without an overflow queue
 * @param takeBackMinutes of business time that an agent may leave a customer without an answer; null = for ever
 */
public record Queue(
        String id,
        String name,
        String calendar,
        Strategy strategy,
        @Nullable String overflowQueue,
        @Nullable Integer overflowMinutes,
        @Nullable Integer takeBackMinutes,
        boolean active) {

    /** Where a conversation belongs until a case exists, and whenever nothing better is known. */
    public static final String TRIAGE = "triage";
}
