package app.novelo.sandbox.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a message says of its file, and whether a phone could open it. */
@SandboxOnly
@Component
class Attachments {

    private static final String OPUS = "OpusHead";

    /** Of an Ogg page of one packet; {@code OpusHead} begins there, and nine bytes on is the number of channels. */
    private static final int FIRST_PACKET = 28;

    private static final int CHANNELS = FIRST_PACKET + 9;

    private final GraphFiles files;
    private final MediaLink links;

    Attachments(GraphFiles files, MediaLink links) {
        this.files = files;
        this.links = links;
    }

    /** Puts into a customer's message what Meta tells of its file; a file that is not here is left as it is written. */
    void describe(ObjectNode message) {
        var type = message.path("type").asText();
        if (MediaRules.isMedia(type) && message.path(type) instanceof ObjectNode media) {
            files.find(media.path("id").asText()).ifPresent(file -> describe(type, media, file));
        }
    }

    private void describe(String type, ObjectNode media, GraphFile file) {
        putIfAbsent(media, "mime_type", file.mimeType());
        putIfAbsent(media, "sha256", file.sha256());
        putIfAbsent(media, "url", links.to(file));
        if (type.equals("document")) {
            putIfAbsent(media, "filename", file.filename());
        }
    }

    private static void putIfAbsent(ObjectNode media, String field, String value) {
        if (!media.has(field)) {
            media.put(field, value);
        }
    }

    /**
     * @return why a message that is taken now will fail
     * @throws GraphError if there is no such file
     */
    Optional<GraphError> failure(SendRequest request) {
        return request.attached().flatMap(this::failure);
    }

    private Optional<GraphError> failure(SendRequest.Attached attached) {
        var file = files.find(attached.id())
                .filter(found -> found.phone() == null)
                .orElseThrow(() -> new GraphError(
                        100,
                        "Param %s['id'] is not a valid whatsapp business account media attachment ID"
                                .formatted(attached.kind())));
        boolean opens = MediaRules.sends(attached.kind(), file) && (!isOgg(file) || isMonoOpus(file));
        return opens ? Optional.empty() : Optional.of(GraphError.of(131053));
    }

    private static boolean isOgg(GraphFile file) {
        return MediaRules.plain(file.mimeType()).equals("audio/ogg");
    }

    private boolean isMonoOpus(GraphFile file) {
        try (var bytes = Files.newInputStream(files.path(file))) {
            var start = bytes.readNBytes(CHANNELS + 1);
            return start.length > CHANNELS
                    && new String(start, FIRST_PACKET, OPUS.length(), StandardCharsets.US_ASCII).equals(OPUS)
                    && start[CHANNELS] == 1;
        } catch (IOException e) {
            return false;
        }
    }
}
