package app.novelo.conversation.internal;

import app.novelo.channel.Content;
import app.novelo.channel.Lines;
import app.novelo.channel.Templates;
import app.novelo.conversation.Conversation;
import app.novelo.engine.RemoteTask;
import app.novelo.platform.NoveloSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The template that a sending task names: {@code template} is its name, {@code templateLanguage} its language, else the
 * customer's, the line's or the company's in which it can be sent; {@code values} are {@code variable = value}, one a line or
 * between semicolons.
 */
@Component
class TaskTemplates {

    private static final Pattern VALUE = Pattern.compile("([A-Za-z0-9_.]{1,100})\\s*=\\s*(.*)");

    private static final Pattern SUBTAGS = Pattern.compile("[-_]");

    private final Templates templates;
    private final Lines lines;
    private final String companyLanguage;

    TaskTemplates(Templates templates, Lines lines, NoveloSettings settings) {
        this.templates = templates;
        this.lines = lines;
        this.companyLanguage = settings.language().getLanguage();
    }

    /**
     * @param fill placeholders of a value, in the template's language, null if there is none; what is filled in is not read again
     * @throws IllegalArgumentException if a value cannot be read, with what is written there
     */
    Optional<Content.Template> of(RemoteTask task, Conversation conversation, Filling fill, @Nullable UUID file) {
        var name = task.setting("template");
        if (name == null) {
            return Optional.empty();
        }
        var language =
                Objects.requireNonNullElseGet(task.setting("templateLanguage"), () -> language(name, conversation));
        var spoken = language.isBlank() ? null : SUBTAGS.split(language, 2)[0].toLowerCase(Locale.ROOT);
        return Optional.of(new Content.Template(
                name,
                language,
                "",
                values(task.setting("values"), value -> fill.filled(value, spoken)),
                file == null ? null : new Content.Header(null, file),
                null,
                List.of()));
    }

    /** What fills the placeholders of a text in a language. */
    interface Filling {

        String filled(String text, @Nullable String language);
    }

    /** None that can be sent: its departure says so. */
    private String language(String name, Conversation conversation) {
        var line = lines.find(conversation.line()).orElseThrow();
        var possible = templates.languages(line, name);
        return Stream.of(conversation.language(), line.language(), companyLanguage)
                .filter(Objects::nonNull)
                .flatMap(wanted -> possible.stream().filter(language -> isOf(wanted, language)))
                .findFirst()
                .or(() -> possible.stream().findFirst())
                .orElse("");
    }

    /** Ours are {@code pt} or {@code pt-BR}, the channel's {@code pt} or {@code pt_BR}. */
    private static boolean isOf(String wanted, String language) {
        return language.startsWith(SUBTAGS.split(wanted, 2)[0].toLowerCase(Locale.ROOT));
    }

    private static Map<String, String> values(@Nullable String setting, UnaryOperator<String> fill) {
        var values = new LinkedHashMap<String, String>();
        if (setting != null) {
            Stream.of(setting.split("[\\n;]")).filter(part -> !part.isBlank()).forEach(part -> {
                var match = VALUE.matcher(part.strip());
                if (!match.matches()) {
                    throw new IllegalArgumentException(
                            "a value is written variable = value, not \"" + part.strip() + "\"");
                }
                values.put(match.group(1), fill.apply(match.group(2)));
            });
        }
        return values;
    }
}
