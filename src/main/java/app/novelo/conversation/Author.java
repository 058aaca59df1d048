package app.novelo.conversation;

import org.jspecify.annotations.Nullable;

/**
 * Who wrote a message.
 *
 * @param id user id of an agent, process key of a process
 * @param name what others read; null for the customer, whose name may change
 */
public record Author(Type type, @Nullable String id, @Nullable String name) {

    /**
     * Stands for a user where somebody of the company writes in the channel's own app, on his own phone: nobody knows who.
     * No user can have such an id.
     */
    public static final String PHONE = "@phone";

    /** What that app is called. */
    public static final String PHONE_NAME = "WhatsApp Business app";

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

    /** @return somebody of the company, in the channel's own app */
    public static Author onPhone() {
        return new Author(Type.AGENT, PHONE, PHONE_NAME);
    }
}
