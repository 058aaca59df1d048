package app.novelo.followup.internal;

import app.novelo.conversation.KeptTexts;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What somebody has written to be sent later. */
@Component
class FollowUpWords implements KeptTexts {

    private static final String PREFIX = "followUp";

    private final FollowUpRows rows;

    FollowUpWords(FollowUpRows rows) {
        this.rows = rows;
    }

    static String key(String number) {
        return PREFIX + ":" + number;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Optional<String> find(String reference) {
        return rows.find(reference).map(FollowUp::words).map(FollowUp.Words::body);
    }
}
