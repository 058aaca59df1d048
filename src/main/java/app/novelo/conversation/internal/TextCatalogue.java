package app.novelo.conversation.internal;

import app.novelo.conversation.Texts;
import app.novelo.platform.NoveloSettings;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class TextCatalogue implements Texts {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([A-Za-z.]+)\\s*}}");
    private static final String LAST_RESORT = "pt";

    private final JdbcClient jdbc;
    private final String companyLanguage;

    TextCatalogue(JdbcClient jdbc, NoveloSettings settings) {
        this.jdbc = jdbc;
        this.companyLanguage = settings.language().getLanguage();
    }

    @Override
    public String render(String key, @Nullable String language, Map<String, String> values) {
        var body = Stream.of(language == null ? companyLanguage : language, companyLanguage, LAST_RESORT)
                .map(candidate -> find(key, candidate.toLowerCase(Locale.ROOT)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no text \"" + key + "\""));
        return fill(body, values);
    }

    private Optional<String> find(String key, String language) {
        return jdbc.sql("select body from conversation.text_entry where key = ? and language = ?")
                .param(key)
                .param(language)
                .query(String.class)
                .optional();
    }

    /** One pass over the text: what is inserted is not read again. */
    @Override
    public String fill(String text, Map<String, String> values) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), values)));
    }

    private static String value(String name, Map<String, String> values) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("unknown placeholder {{" + name + "}}");
        }
        return value;
    }
}
