package app.novelo.conversation;

import org.jspecify.annotations.Nullable;

/**
 * Who wrote a message.
 *
 * @param id user id of an agent, process key of a process
 * @param name what others read; null for the customer, whose name may change
 */
public record Author(Type type, @Nullable String id, @Nullable String name) {

    /** Kinds of authors. */
    public enum Type {
        CUSTOMER,
        AGENT,
        AI,
        PROCESS
    }

    public static Author customer() {
        return new Author(Type.CUSTOMER, null, null);
    }
}
