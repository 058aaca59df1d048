package app.novelo.channel.whatsapp;

import app.novelo.channel.SendOutcome;
import java.time.Duration;

/** With which token the Graph API is called. */
interface Tokens {

    /** @param account the business account that the call is about */
    String of(String account);

    /** The same, looked up anew: another node may just have been given another one. */
    default String anew(String account) {
        return of(account);
    }

    /**
     * What was refused for a token that has been replaced since says nothing of the new one: it is tried again at once.
     *
     * @param used the token of that call
     */
    default SendOutcome judged(SendOutcome outcome, String account, String used) {
        boolean noAccess = outcome instanceof SendOutcome.Refused refused
                && refused.error().code() == GraphErrors.NO_ACCESS
                && !anew(account).equals(used);
        return noAccess
                ? new SendOutcome.Later(
                        ((SendOutcome.Refused) outcome).error(), Duration.ofSeconds(1), 1, Integer.MAX_VALUE)
                : outcome;
    }
}
