package app.novelo.conversation.internal;

import app.novelo.channel.Line;
import app.novelo.channel.Lines;
import app.novelo.conversation.Texts;
import app.novelo.platform.NoveloSettings;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class TextCatalogue implements Texts {

    private static final String LAST_RESORT = "pt";

    private final TextRows rows;
    private final Lines lines;
    private final String companyLanguage;

    TextCatalogue(TextRows rows, Lines lines, NoveloSettings settings) {
        this.rows = rows;
        this.lines = lines;
        this.companyLanguage = settings.language().getLanguage();
    }

    @Override
    public String render(String key, @Nullable UUID line, @Nullable String language, Map<String, String> values) {
        return fill(body(key, line, language), values);
    }

    /** The first language in which there is one; in it the line's own words before everybody's. */
    private String body(String key, @Nullable UUID line, @Nullable String language) {
        var ofLine = Optional.ofNullable(line).flatMap(lines::find).map(Line::language);
        return Stream.of(Optional.ofNullable(language), ofLine, Optional.of(companyLanguage), Optional.of(LAST_RESORT))
                .flatMap(Optional::stream)
                .map(candidate ->
                        rows.body(key, Locale.forLanguageTag(candidate).getLanguage(), line))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no text \"" + key + "\""));
    }

    /** One pass over the text: what is inserted is not read again. */
    @Override
    public String fill(String text, Map<String, String> values) {
        return Placeholders.FORM
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), values)));
    }

    private static String value(String name, Map<String, String> values) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("unknown placeholder {{" + name + "}}");
        }
        return value;
    }
}
