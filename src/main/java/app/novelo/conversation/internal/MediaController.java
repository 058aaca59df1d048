package app.novelo.conversation.internal;

import app.novelo.media.Downloads;
import app.novelo.media.MediaStore;
import app.novelo.platform.Callers;
import app.novelo.platform.NotFound;
import app.novelo.platform.Wakeups;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files of messages, and those that are to be sent. */
@RestController
@RequestMapping("/api/v1/media")
class MediaController {

    private final MediaAccess access;
    private final MediaStore store;
    private final UploadedMedia uploads;
    private final MediaViews views;
    private final MediaQueue queue;
    private final KeptFiles kept;
    private final Wakeups wakeups;

    MediaController(
            MediaAccess access,
            MediaStore store,
            UploadedMedia uploads,
            MediaViews views,
            MediaQueue queue,
            KeptFiles kept,
            Wakeups wakeups) {
        this.access = access;
        this.store = store;
        this.uploads = uploads;
        this.views = views;
        this.queue = queue;
        this.kept = kept;
        this.wakeups = wakeups;
    }

    @GetMapping("/{id}")
    ResponseEntity<Resource> bytes(@PathVariable UUID id) {
        var file = access.visible(Callers.current(), id);
        var path = store.find(id).filter(found -> file.isReady()).orElseThrow(() -> new NotFound("file " + id));
        return Downloads.of(path, file.mimeType(), file.filename());
    }

    @GetMapping("/{id}/thumbnail")
    ResponseEntity<Resource> thumbnail(@PathVariable UUID id) {
        access.visible(Callers.current(), id);
        var path = store.thumbnail(id).orElseThrow(() -> new NotFound("small picture of " + id));
        return Downloads.of(path, "image/jpeg", "small.jpg");
    }

    /** Tries again to fetch a file that is not here. */
    @PostMapping("/{id}/fetch")
    @ResponseStatus(HttpStatus.ACCEPTED)
    MediaView fetch(@PathVariable UUID id) {
        access.visible(Callers.current(), id);
        queue.again(id);
        wakeups.signal(MediaRows.TOPIC);
        return views.of(id);
    }

    /** A file that the caller means to send. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    MediaView upload(@Nullable @RequestParam(required = false) MultipartFile file) throws IOException {
        return views.of(uploads.add(Callers.current(), file));
    }

    /** An upload of the caller's that he does not want to send after all. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@PathVariable UUID id) {
        uploads.forget(Callers.current(), id);
    }

    /** What may be sent as what. */
    @GetMapping("/limits")
    List<SendableKind.Limit> limits() {
        return SendableKind.limits();
    }

    /** Files that the company keeps to be sent, by name. */
    @GetMapping("/kept")
    List<KeptFiles.Kept> kept() {
        return kept.all();
    }

    /** Keeps an upload under a name, by which processes send it. */
    @PostMapping("/{id}/keep")
    KeptFiles.Kept keep(@PathVariable UUID id, @RequestBody Name name) {
        return kept.keep(Callers.current(), id, name.name);
    }

    /** @param name 1 to 64 of a-z, 0-9 and -, a letter first; a file that had it loses it */
    record Name(@Nullable String name) {}
}
