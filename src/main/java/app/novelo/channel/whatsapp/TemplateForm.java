package app.novelo.channel.whatsapp;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a template that a customer sees.
 *
 * @param isFillable false if it has a part that this release cannot fill in, such as cards or a flow
 * @param variables in the order in which a person fills them in
 */
record TemplateForm(
        @Nullable Head head,
        TemplateText body,
        @Nullable String footer,
        List<Button> buttons,
        List<Variable> variables,
        boolean isFillable) {

    static final String TEXT = "TEXT";
    static final String LOCATION = "LOCATION";

    /**
     * @param type {@code TEXT}, {@code IMAGE}, {@code VIDEO}, {@code DOCUMENT} or {@code LOCATION}
     * @param text of a head of type {@code TEXT}
     */
    record Head(String type, TemplateText text) {}

    /**
     * @param type Meta's word
     * @param value the address, number or code that stands behind it; none for a quick reply
     */
    record Button(String type, String text, TemplateText value) {}

    /**
     * @param in {@code header}, {@code body} or {@code button}
     * @param example what Meta was shown when it was approved
     */
    record Variable(String key, String in, @Nullable String example) {}

    List<String> keys() {
        return variables.stream().map(Variable::key).toList();
    }

    /** @return the head's type if a file stands there */
    Optional<String> file() {
        return Optional.ofNullable(head).map(Head::type).filter(type -> !type.equals(TEXT) && !type.equals(LOCATION));
    }

    /** @return the key of a head's or button's value, as callers name it */
    static String headKey(String name) {
        return "header." + name;
    }

    static String buttonKey(int index) {
        return "button." + index;
    }
}
