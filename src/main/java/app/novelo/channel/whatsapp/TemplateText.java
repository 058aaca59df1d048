package app.novelo.channel.whatsapp;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text with places for values, such as {@code {{1}}} or {@code {{name}}}. What is put into a place is never read for
 * further places.
 */
record TemplateText(List<Part> parts) {

    /** Nothing at all. */
    static final TemplateText NONE = new TemplateText(List.of());

    private static final Pattern PLACE = Pattern.compile("\\{\\{([A-Za-z0-9_]{1,100})}}");

    /** @param text words, or the key of a place */
    record Part(String text, boolean isPlace) {}

    static TemplateText of(String source) {
        var parts = new ArrayList<Part>();
        var places = PLACE.matcher(source);
        int end = 0;
        while (places.find()) {
            words(source.substring(end, places.start()), parts);
            parts.add(new Part(places.group(1), true));
            end = places.end();
        }
        words(source.substring(end), parts);
        return new TemplateText(List.copyOf(parts));
    }

    private static void words(String text, List<Part> parts) {
        if (!text.isEmpty()) {
            parts.add(new Part(text, false));
        }
    }

    /** @return each once, in the order of the text */
    List<String> keys() {
        return parts.stream().filter(Part::isPlace).map(Part::text).distinct().toList();
    }

    /** @param value of a key */
    String filled(UnaryOperator<String> value) {
        return parts.stream()
                .map(part -> part.isPlace ? value.apply(part.text) : part.text)
                .collect(Collectors.joining());
    }

    /** @return what it was read from */
    String source() {
        return filled(key -> "{{" + key + "}}");
    }

    /** @return the words around the places */
    String words() {
        return filled(key -> "");
    }
}
