package app.novelo.conversation.internal;

import app.novelo.channel.Content;
import app.novelo.conversation.Author;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.KeptTexts;
import app.novelo.conversation.Outgoing;
import app.novelo.conversation.TextValues;
import app.novelo.conversation.Texts;
import app.novelo.conversation.internal.TaskFiles.TaskFile;
import app.novelo.engine.RemoteTask;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a sending task of a diagram says. Its extension properties are the designer's: {@code textKey} names an entry of the
 * catalogue or {@link KeptTexts}, or {@code text} is the text itself; {@code form} tells what else there is: {@code choices}, {@code link} with
 * {@code linkTextKey}, {@code location}, {@code file} or {@code media}, see {@link TaskFiles}, which stands above choices and
 * links; {@code template} says it in words that the channel has approved, see {@link TaskTemplates}; {@code notice} = {@code true} may be said whoever has the word; {@code purpose} = {@code marketing}
 * only to whoever has agreed to advertising. Each may instead be named {@code …From}: then its
 * value is the name of the process variable that holds it.
 */
@Component
class TaskMessages {

    private static final String TEXT = "text";
    private static final String INTERACTIVE = "interactive";
    private static final String TEMPLATE = "template";

    /** Why the company writes by itself: {@code service} or {@code marketing}. */
    static final String PURPOSE = "purpose";

    private final Salutation salutation;
    private final TaskFiles files;
    private final TaskTemplates templates;
    private final Texts texts;
    private final Personas personas;
    private final NextOpening opening;
    private final List<TextValues> ofMatters;
    private final List<KeptTexts> kept;

    TaskMessages(
            Salutation salutation,
            TaskFiles files,
            TaskTemplates templates,
            Texts texts,
            Personas personas,
            NextOpening opening,
            List<TextValues> ofMatters,
            List<KeptTexts> kept) {
        this.salutation = salutation;
        this.files = files;
        this.templates = templates;
        this.texts = texts;
        this.personas = personas;
        this.opening = opening;
        this.ofMatters = ofMatters;
        this.kept = kept;
    }

    /** @throws IllegalArgumentException if the settings cannot be said, with what a designer must change */
    Outgoing of(RemoteTask task, Conversation conversation) {
        var words = new Words(task, conversation, values(task, conversation, conversation.language()));
        var file = files.of(task, conversation.id()).orElse(null);
        var content = templates
                .of(
                        task,
                        conversation,
                        (text, language) -> texts.fill(text, values(task, conversation, language)),
                        file == null ? null : file.id())
                .<Content.Sendable>map(template -> template)
                .orElseGet(() -> content(task, words, file));
        return new Outgoing(
                conversation.id(),
                caseOf(task, conversation),
                new Author(Author.Type.PROCESS, task.processKey(), personas.of(conversation.line())),
                kind(content, file),
                text(content, words),
                content,
                file == null ? null : file.id(),
                null,
                "true".equals(task.setting("notice")),
                new Outgoing.Origin(task.id(), task.processInstanceId(), task.activityInstanceId()));
    }

    /**
     * Of several cases each speaks for itself, and what asks which of them is meant speaks for none; nor does what the company
     * begins by itself.
     */
    private static @Nullable String caseOf(RemoteTask task, Conversation conversation) {
        if (task.setting(PURPOSE) != null) {
            return null;
        }
        if (!conversation.others().anybody()) {
            return conversation.caseNumber();
        }
        return conversation.id().toString().equals(task.businessKey()) ? null : task.businessKey();
    }

    /** A template's words are the channel's. */
    private static String text(Content.Sendable content, Words words) {
        if (content instanceof Content.Template template) {
            return template.name();
        }
        return content instanceof Content.File && !words.areThere() ? "" : words.text();
    }

    private static String kind(Content.Sendable content, @Nullable TaskFile file) {
        if (file != null && content instanceof Content.File) {
            return file.kind();
        }
        if (content instanceof Content.Template) {
            return TEMPLATE;
        }
        return content instanceof Content.Text ? TEXT : INTERACTIVE;
    }

    /** Above answers and links a file is the header; else it is the message. */
    private static Content.Sendable content(RemoteTask task, Words words, @Nullable TaskFile file) {
        var choices = task.setting("choices");
        if (choices != null) {
            return Choices.of(choices).content(header(task, file), words::entry, words.entry("message.choose"));
        }
        var link = task.setting("link");
        if (link != null) {
            return new Content.Link(header(task, file), null, words.entry(required(task, "linkTextKey")), link);
        }
        return file == null ? plain(task) : new Content.File(file.voice());
    }

    private static Content.@Nullable Header header(RemoteTask task, @Nullable TaskFile file) {
        if (file != null && !FilePlace.isHeader(file.kind())) {
            throw new IllegalArgumentException(task.element()
                    + ": above answers and links stands a picture, video or document, no " + file.kind());
        }
        return file == null ? null : new Content.Header(null, file.id());
    }

    private static Content.Sendable plain(RemoteTask task) {
        return "location".equals(task.setting("form")) ? new Content.LocationRequest() : new Content.Text(false);
    }

    private static String required(RemoteTask task, String name) {
        var value = task.setting(name);
        if (value == null) {
            throw new IllegalArgumentException(task.element() + " has no " + name);
        }
        return value;
    }

    private Map<String, String> values(RemoteTask task, Conversation conversation, @Nullable String language) {
        var protocol = task.businessKey() == null ? "" : task.businessKey();
        var values = new HashMap<>(Placeholders.values(
                protocol,
                personas.of(conversation.line()),
                salutation.of(conversation.customer(), conversation.line(), language),
                opening.of(conversation)));
        ofMatters.forEach(known -> values.putAll(known.of(protocol, language)));
        return values;
    }

    /** No key of the catalogue holds a colon. */
    private Optional<String> kept(String key) {
        return kept.stream()
                .filter(texts -> key.startsWith(texts.prefix() + ":"))
                .findFirst()
                .flatMap(texts -> texts.find(key.substring(texts.prefix().length() + 1)));
    }

    /** The catalogue for this task, in the customer's language. */
    private final class Words {

        private final RemoteTask task;
        private final Conversation conversation;
        private final Map<String, String> values;

        Words(RemoteTask task, Conversation conversation, Map<String, String> values) {
            this.task = task;
            this.conversation = conversation;
            this.values = values;
        }

        boolean areThere() {
            return task.setting("textKey") != null || task.setting("text") != null;
        }

        String entry(String key) {
            return texts.render(key, conversation.line(), conversation.language(), values);
        }

        String filled(String text) {
            return texts.fill(text, values);
        }

        String text() {
            var key = task.setting("textKey");
            if (key != null) {
                return kept(key).orElseGet(() -> entry(key));
            }
            var text = task.setting("text");
            if (text == null) {
                throw new IllegalArgumentException(task.element() + " has neither textKey nor text");
            }
            return filled(text);
        }
    }
}
