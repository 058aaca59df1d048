package app.novelo.channel;

import java.util.UUID;
import java.util.function.UnaryOperator;

/** Where lines are added and changed. */
public interface LineRegister {

    /**
     * Adds a line, with its account where that is new. What came for it before and was set aside is read again.
     *
     * @throws LineKnown if there is one of that channel and provider's id
     */
    void add(Line line);

    /**
     * Writes what people set: all but its ids and its account.
     *
     * @param change gets the line as it is, which nobody else changes meanwhile
     * @throws app.novelo.platform.NotFound if there is no such line
     */
    void change(UUID id, UnaryOperator<Line> change);
}
