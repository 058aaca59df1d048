package app.novelo.conversation;

import java.util.UUID;

/** What the company writes to its customers in the channel's own app, on its own phone, beside this program. */
public interface PhoneApp {

    /** @return whether somebody has answered there, and the customer has said nothing since */
    boolean hadTheLastWord(UUID conversation);
}
