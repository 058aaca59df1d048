package app.novelo.workbench.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What our screens say: {@code i18n/screens_*} and {@code desk_*} in three languages, and the names of the models. */
@Component
class ScreenTexts {

    /** The first stands in for every other language. */
    private static final List<String> LANGUAGES = List.of("en", "pt", "es");

    /** Models are English in the file, so there is nothing to translate for them in English. */
    private static final Map<String, String> MODELS =
            Map.of("pt", "/i18n/models_pt_BR.properties", "es", "/i18n/models_es.properties");

    private final Map<String, Map<String, String>> texts =
            LANGUAGES.stream().collect(Collectors.toMap(Function.identity(), ScreenTexts::load));

    /** @param language a BCP 47 tag, or anything else for English */
    Map<String, String> in(String language) {
        var known = Locale.forLanguageTag(language).getLanguage();
        return texts.getOrDefault(known, texts.getOrDefault(LANGUAGES.get(0), Map.of()));
    }

    private static Map<String, String> load(String language) {
        var all = new TreeMap<String, String>();
        if (MODELS.containsKey(language)) {
            read(MODELS.getOrDefault(language, ""), all);
        }
        read("/i18n/screens_" + language + ".properties", all);
        read("/i18n/desk_" + language + ".properties", all); // the page for managers, and templates
        read("/i18n/people_" + language + ".properties", all);
        read("/i18n/funnel_" + language + ".properties", all);
        return Map.copyOf(all);
    }

    private static void read(String name, Map<String, String> into) {
        try (var stream = ScreenTexts.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing");
            }
            var read = new Properties();
            read.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            read.forEach((key, text) -> into.put(key.toString(), text.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
