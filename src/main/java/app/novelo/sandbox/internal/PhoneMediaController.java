package app.novelo.sandbox.internal;

import app.novelo.platform.BadRequest;
import app.novelo.platform.NotFound;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files that a customer attaches, and those that his phone shows. */
@Hidden
@SandboxOnly
@RestController
@RequestMapping("/sandbox/phones")
class PhoneMediaController {

    /** What the page may show in place; the rest is saved. */
    private static final Set<String> SHOWN = Set.of(
            "image/jpeg",
            "image/png",
            "image/webp",
            "image/gif",
            "audio/ogg",
            "audio/mpeg",
            "audio/mp4",
            "audio/aac",
            "audio/amr",
            "video/mp4",
            "video/3gpp");

    private static final String ANYTHING = "application/octet-stream";

    private final GraphFiles files;

    PhoneMediaController(GraphFiles files) {
        this.files = files;
    }

    /** @param id to be put into a message object */
    record Attached(String id, String mimeType, long size, String filename) {}

    /** @param type claims another type than the part does: {@code audio/ogg; codecs=opus} for a voice note */
    @PostMapping("/{number}/media")
    @ResponseStatus(HttpStatus.CREATED)
    Attached attach(
            @PathVariable String number,
            @RequestParam MultipartFile file,
            @Nullable @RequestParam(required = false) String type)
            throws IOException {
        if (file.isEmpty()) {
            throw new BadRequest("file", "a file has at least one byte");
        }
        var claimed = type != null ? type : file.getContentType();
        var added = files.add(Digits.of(number), file, claimed == null ? ANYTHING : claimed);
        return new Attached(added.id(), added.mimeType(), added.size(), added.filename());
    }

    @GetMapping("/media/{id}")
    ResponseEntity<Resource> show(@PathVariable String id) {
        var file = files.find(id).orElseThrow(() -> new NotFound("file " + id));
        var type = MediaRules.plain(file.mimeType());
        boolean shown = SHOWN.contains(type);
        var disposition = shown
                ? ContentDisposition.inline()
                : ContentDisposition.attachment().filename("file");
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, shown ? type : ANYTHING)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(new FileSystemResource(files.path(file)));
    }
}
