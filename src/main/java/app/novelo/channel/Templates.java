package app.novelo.channel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The templates of the channels: what may be sent while the service window is closed. */
public interface Templates {

    /**
     * What somebody wants to send, before it is filled in.
     *
     * @param media our id of the file that stands above it
     */
    static Content.Template asked(String name, String language, Map<String, String> values, @Nullable UUID media) {
        var header = media == null ? null : new Content.Header(null, media);
        return new Content.Template(name, language, "", values, header, null, List.of());
    }

    /** @return that of the line's account, whether or not it can be sent now */
    Optional<Template> find(Line line, String name, String language);

    /** @return the languages in which that of the line's account can be sent now */
    List<String> languages(Line line, String name);

    /**
     * Fills in what somebody wants to send; to be asked again when it departs, since templates change meanwhile.
     *
     * @param asked its name, language and values; what the customer will see of it is found here
     * @throws TemplateUnavailable if there is no such template, or it cannot be sent now
     * @throws app.novelo.platform.BadRequest naming the value that is missing, too much or of no use
     */
    Filled fill(Line line, Content.Template asked);

    /** What the refusal of a message tells of its template: a copy of ours that is stale is not sent until it is fresh. */
    void refused(Line line, Content.Template sent, int code);

    /**
     * A template with its values, as the customer reads it.
     *
     * @param text the body
     * @param content values as they are sent; a file above it is the caller's matter
     * @param file kind of the file that must stand above it, such as {@code image}; null for none
     */
    record Filled(String text, Content.Template content, @Nullable String file) {}
}
