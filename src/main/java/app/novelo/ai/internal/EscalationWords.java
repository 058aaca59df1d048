package app.novelo.ai.internal;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Authorities, lawyers, lawsuits, fraud, suicide: words after which a person must look, whatever else is meant. */
final class EscalationWords {

    private static final Pattern WORDS = Pattern.compile(Resources.rows("words/escalation.tsv").stream()
            .map(row -> row[0])
            .collect(Collectors.joining("|", "(?<= )(?:", ")(?= )")));

    private EscalationWords() {}

    static boolean in(PlainText text) {
        return WORDS.matcher(text.padded()).find();
    }
}
