package app.novelo.conversation.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What may be written to the customer now, for composers.
 *
 * @param freeText anything that is no template
 * @param marketing templates of advertising
 * @param service templates of any other category
 * @param why of what may not, under its name: {@code windowClosed}, {@code optedOut}, {@code noConsent}, {@code neverWrote}
 */
record MayWrite(boolean freeText, boolean marketing, boolean service, Map<String, String> why) {

    static MayWrite of(Standing standing, Instant now) {
        var why = new LinkedHashMap<String, String>();
        return new MayWrite(
                may("freeText", standing.freeText(now), why),
                may("marketing", standing.marketing(), why),
                may("service", standing.service(), why),
                why);
    }

    private static boolean may(String what, Optional<Refusal> refusal, Map<String, String> why) {
        refusal.ifPresent(reason -> why.put(what, reason.word()));
        return refusal.isEmpty();
    }
}
