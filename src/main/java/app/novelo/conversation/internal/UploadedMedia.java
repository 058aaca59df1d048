package app.novelo.conversation.internal;

import app.novelo.conversation.internal.MediaOutcome.FileFacts;
import app.novelo.conversation.internal.MediaRows.StoredFile;
import app.novelo.conversation.internal.RefusedFile.Reason;
import app.novelo.media.FileName;
import app.novelo.media.MediaStore;
import app.novelo.media.MediaStore.Draft;
import app.novelo.media.MediaStore.StoreUnavailable;
import app.novelo.media.Sounds;
import app.novelo.media.Sounds.NotAVoiceNote;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Caller;
import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Files that agents upload: theirs alone until they are part of a message. */
@Component
class UploadedMedia {

    private static final Logger LOG = LoggerFactory.getLogger(UploadedMedia.class);
    private static final String OGG = "audio/ogg";

    private final MediaStore store;
    private final FileFinder finder;
    private final Sounds sounds;
    private final MediaRows rows;
    private final UnsentUploads unsent;
    private final JdbcClient jdbc;

    UploadedMedia(
            MediaStore store, FileFinder finder, Sounds sounds, MediaRows rows, UnsentUploads unsent, JdbcClient jdbc) {
        this.store = store;
        this.finder = finder;
        this.sounds = sounds;
        this.rows = rows;
        this.unsent = unsent;
        this.jdbc = jdbc;
    }

    UUID add(Caller caller, @Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) {
            throw new RefusedFile(Reason.SIZE, "part \"file\" has at least one byte");
        }
        unsent.checkRoom(caller.id(), file.getSize());
        var id = UUID.randomUUID();
        var name = FileName.clean(file.getOriginalFilename(), "file");
        boolean stored = false;
        try {
            stored = add(caller, id, name, file);
        } catch (StoreUnavailable e) {
            LOG.warn("uploaded file {} cannot be stored: {}", id, e.getMessage());
            throw new NoRoom();
        } finally {
            if (!stored) {
                unsent.forget(id);
            }
        }
        return id;
    }

    /** The row comes before the file: after a kill in between it is swept with all that it names. */
    private boolean add(Caller caller, UUID id, String name, MultipartFile file) throws IOException {
        try (var draft = store.draft(id)) {
            copy(file, draft);
            boolean recorded = sounds.isWebm(draft.path());
            if (recorded) {
                toVoiceNote(draft);
            }
            var facts = sendable(finder.look(id, draft, name));
            SendableKind.checkAny(facts);
            checkVoice(draft, facts);
            unsent.add(id, caller.id(), recorded ? "voice.ogg" : name, recorded, facts);
            draft.keep();
            return true;
        }
    }

    void forget(Caller caller, UUID id) {
        unsent.forget(caller, id);
    }

    private static void copy(MultipartFile file, Draft draft) throws IOException {
        try (var bytes = file.getInputStream()) {
            draft.write(bytes);
        }
    }

    /** Browsers record WebM, WhatsApp plays Ogg as a voice note; the sound within is the same. */
    private void toVoiceNote(Draft draft) throws IOException {
        var ogg = Files.createTempFile("voice-", ".ogg");
        try {
            try (var out = Files.newOutputStream(ogg)) {
                sounds.toOgg(draft.path(), out);
            }
            draft.restart();
            try (var bytes = Files.newInputStream(ogg)) {
                draft.write(bytes);
            }
        } catch (NotAVoiceNote | java.io.EOFException e) {
            throw new RefusedFile(Reason.VOICE, "this WebM is no voice note: " + e.getMessage());
        } finally {
            Files.delete(ogg);
        }
    }

    /** WhatsApp takes any Ogg and then plays none but these. */
    private void checkVoice(Draft draft, FileFacts facts) throws IOException {
        if (facts.mimeType().equals(OGG) && !sounds.isVoiceNote(draft.path())) {
            throw new RefusedFile(Reason.VOICE, "Ogg holds Opus in mono, or WhatsApp does not play it");
        }
    }

    /** Every plain text goes as such; what a browser would run is no plain text. */
    private static FileFacts sendable(FileFacts facts) {
        boolean plain = facts.mimeType().matches("text/(csv|tab-separated-values|x-log|x-web-markdown|markdown)");
        return plain
                ? new FileFacts("text/plain", facts.size(), facts.sha256(), null, null, null, false, false)
                : facts;
    }

    /**
     * Makes a file part of a message that is about to be queued, in that transaction and turn.
     *
     * @throws BadRequest naming the place's field if there is no such file of the caller's, or it cannot stand there
     */
    void attach(Caller caller, UUID media, FilePlace place, UUID conversation) {
        var file = rows.find(media)
                .filter(StoredFile::isReady)
                .filter(found -> found.kept() || caller.id().equals(found.owner()))
                .filter(found -> found.conversation() == null || conversation.equals(found.conversation()))
                .orElseThrow(() -> noSuchFile(place));
        place.check(String.valueOf(file.mimeType()), file.size());
        int attached = jdbc.sql(
                        "update conversation.media set conversation = case when kept then conversation else ? end where id = ?")
                .param(conversation)
                .param(media)
                .update();
        if (attached == 0) { // a day old, and gone since it was found
            throw noSuchFile(place);
        }
    }

    private static BadRequest noSuchFile(FilePlace place) {
        return new BadRequest(place.field(), "there is no such file of yours; upload it first");
    }
}
