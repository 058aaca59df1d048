package app.novelo.conversation.internal;

import app.novelo.channel.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Answers that a question offers: one a line, {@code id = key of its text} or {@code id = "its text"}. WhatsApp has room for three short ones as
 * buttons and for ten as a list.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/messages/interactive-reply-buttons-messages">Meta,
 *     Reply buttons</a>
 */
record Choices(List<Choice> all) {

    private static final int MOST_BUTTONS = 3;
    private static final int LONGEST_BUTTON = 20;
    private static final Pattern LINE = Pattern.compile("([A-Za-z][A-Za-z0-9_-]{0,63})\\s*=\\s*(\"[^\"]+\"|\\S+)");

    /** @param id comes back when it is chosen */
    private record Choice(String id, String text) {

        String title(UnaryOperator<String> texts) {
            return text.startsWith("\"") ? text.substring(1, text.length() - 1) : texts.apply(text);
        }
    }

    /**
     * @param setting lines, or parts between semicolons
     * @throws IllegalArgumentException if a line cannot be read, with the line
     */
    static Choices of(String setting) {
        var all = new ArrayList<Choice>();
        for (var line : setting.split("[\\n;]")) {
            if (!line.isBlank()) {
                all.add(choice(line.strip()));
            }
        }
        return new Choices(List.copyOf(all));
    }

    private static Choice choice(String line) {
        var match = LINE.matcher(line);
        if (!match.matches()) {
            throw new IllegalArgumentException("an answer is written id = key of its text, not \"" + line + "\"");
        }
        return new Choice(match.group(1), match.group(2));
    }

    /** @param more text of the button that opens the list */
    Content.Sendable content(Content.@Nullable Header header, UnaryOperator<String> texts, String more) {
        var titles = all.stream().map(choice -> choice.title(texts)).toList();
        boolean fits = all.size() <= MOST_BUTTONS
                && titles.stream().allMatch(title -> title.codePointCount(0, title.length()) <= LONGEST_BUTTON);
        return fits ? buttons(header, titles) : menu(header, titles, more);
    }

    private Content.Buttons buttons(Content.@Nullable Header header, List<String> titles) {
        var buttons = new ArrayList<Content.Button>();
        for (int i = 0; i < all.size(); i++) {
            buttons.add(new Content.Button(all.get(i).id, titles.get(i)));
        }
        return new Content.Buttons(header, null, List.copyOf(buttons));
    }

    private Content.Menu menu(Content.@Nullable Header header, List<String> titles, String more) {
        var rows = new ArrayList<Content.Row>();
        for (int i = 0; i < all.size(); i++) {
            rows.add(new Content.Row(all.get(i).id, titles.get(i), null));
        }
        return new Content.Menu(header, null, more, List.of(new Content.Section(null, List.copyOf(rows))));
    }
}
