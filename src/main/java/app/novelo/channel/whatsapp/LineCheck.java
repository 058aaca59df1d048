package app.novelo.channel.whatsapp;

import app.novelo.channel.Finding;
import app.novelo.channel.Line;
import java.io.IOException;

/** One thing without which a line does not work. Blocks; never called inside a transaction. */
interface LineCheck {

    /** Where it stands among the others. */
    int order();

    String name();

    /** @return whether nothing can be sent while it fails */
    boolean isNeededToSend();

    /** @throws IOException if Meta cannot be reached */
    Finding check(Line line) throws IOException;
}
