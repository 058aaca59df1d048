package app.novelo.ai;

import java.util.Locale;

/**
 * What kind of act a message is. Everything but {@link #CONTENT} and
 * {@link #MISSED_CALL} says nothing that needs work.
 *
 * <p>A gesture together with a wish is content: "bom dia, meu boleto não chegou" is no greeting.
 */
public enum Gesture {
    GREETING,
    THANKS,
    ACKNOWLEDGEMENT,
    /** An emoji or laughter alone; also what the channel calls a reaction. */
    REACTION,
    /** Never found in text; the channel knows it from the message's kind. */
    STICKER,
    /** He called and nobody answered: he waits for a call back, whatever he wrote besides. Never found in text either. */
    MISSED_CALL,
    /** He wants to be written to no more, which was heeded. Whether that is so depends on what we had sent him. */
    OPT_OUT,
    CONTENT;

    /** The name decision tables, variables and the API use. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
