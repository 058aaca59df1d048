package app.novelo.channel.whatsapp;

import java.util.regex.Pattern;

/**
 * A value as WhatsApp takes it: a line break, a tab or more than four spaces in a row fail the whole message (132018). What
 * people type or systems deliver is put right instead.
 */
final class ParameterText {

    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\p{Cc}]+");
    private static final String MOST_SPACES = "    ";

    private ParameterText() {}

    static String of(String value) {
        return BLANKS.matcher(value).replaceAll(run -> blank(run.group())).strip();
    }

    private static String blank(String run) {
        boolean isBroken = run.chars().anyMatch(character -> Character.getType(character) != Character.SPACE_SEPARATOR);
        return isBroken ? " " : run.length() > MOST_SPACES.length() ? MOST_SPACES : run;
    }
}
