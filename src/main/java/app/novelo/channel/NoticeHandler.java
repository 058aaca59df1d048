package app.novelo.channel;

import java.util.Set;

/**
 * Acts on what the channel tells outside of conversations. Notices of a field come in the order of their arrival, each at
 * least once and in a transaction of its own; one that fails five times is left, visibly, and those behind it go on.
 */
public interface NoticeHandler {

    /** @return the channel's words for what it handles; nobody else handles them */
    Set<String> fields();

    /** @throws RuntimeException if it cannot be handled now; what it did is undone then */
    void handle(AccountNotice notice);
}
