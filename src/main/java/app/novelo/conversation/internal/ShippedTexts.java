package app.novelo.conversation.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts the shipped texts into the catalogue at start; an entry that a person edited stays. */
@Component
class ShippedTexts implements InitializingBean {

    private static final List<String> LANGUAGES = List.of("pt", "en", "es");

    private final Map<String, Properties> shipped =
            LANGUAGES.stream().collect(Collectors.toMap(language -> language, ShippedTexts::read));
    private final JdbcClient jdbc;

    ShippedTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void afterPropertiesSet() {
        shipped.forEach(
                (language, texts) -> texts.forEach((key, body) -> put(key.toString(), language, body.toString())));
    }

    Optional<String> find(String key, String language) {
        return Optional.ofNullable(shipped.get(language)).map(texts -> texts.getProperty(key));
    }

    /** @return whether some language has it */
    boolean has(String key) {
        return shipped.values().stream().anyMatch(texts -> texts.containsKey(key));
    }

    private void put(String key, String language, String body) {
        jdbc.sql(
                        """
                        insert into conversation.text_entry (key, language, body) values (?, ?, ?)
                        on conflict (key, language, line) do update set body = excluded.body
                        where not text_entry.edited and text_entry.body <> excluded.body""")
                .param(key)
                .param(language)
                .param(body)
                .update();
    }

    private static Properties read(String language) {
        var texts = new Properties();
        var name = "/texts/texts_" + language + ".properties";
        try (var stream = Objects.requireNonNull(ShippedTexts.class.getResourceAsStream(name), name);
                var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            texts.load(reader);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
