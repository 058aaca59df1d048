package app.novelo.sandbox.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The stand-in's Resumable Upload API: a session, its bytes, a handle.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/guides/upload">Meta, Resumable Upload API</a>
 */
@Hidden
@SandboxOnly
@RestController("sandboxGraphUploadController")
@RequestMapping(GraphNodeController.ROOT)
class GraphUploadController {

    private static final Set<String> TYPES = Set.of("image/jpeg", "image/png", "video/mp4", "application/pdf");
    private static final long MOST = 100L << 20; // a document's

    private final GraphAccess access;
    private final Uploads uploads;
    private final MetaJson json;

    GraphUploadController(GraphAccess access, Uploads uploads, MetaJson json) {
        this.access = access;
        this.uploads = uploads;
        this.json = json;
    }

    /** @param app the app's id, or {@code app} for that of the token */
    @PostMapping("/{app:app|[0-9]+}/uploads")
    ObjectNode begin(
            @PathVariable String app,
            @RequestParam(name = "file_type", defaultValue = "") String type,
            @RequestParam(name = "file_length", defaultValue = "0") long length,
            @RequestParam(name = "file_name", defaultValue = "") String name,
            HttpServletRequest request) {
        access.token(request);
        if (!app.equals("app") && !app.equals(GraphApp.ID)) {
            throw GraphAccess.unknown(app);
        }
        if (!TYPES.contains(MediaRules.plain(type))) {
            throw new GraphError(100, "Param file_type must be one of " + TYPES);
        }
        if (length < 1 || length > MOST) {
            throw new GraphError(100, "Param file_length must be between 1 and " + MOST);
        }
        var upload = uploads.begin(type, length, name);
        return json.object().put("id", "upload:%s?sig=ARZ%s".formatted(upload.id(), upload.id()));
    }

    @PostMapping("/upload:{id}")
    ObjectNode send(
            @PathVariable String id,
            @RequestHeader(name = "file_offset", defaultValue = "0") long offset,
            HttpServletRequest request)
            throws IOException {
        access.token(request);
        var upload = known(id);
        if (offset != upload.arrived()) {
            throw new GraphError(100, "The file_offset is %d, not %d.".formatted(upload.arrived(), offset));
        }
        var grown = uploads.append(upload, request.getInputStream());
        return grown.handle() == null ? progress(grown) : json.object().put("h", grown.handle());
    }

    @GetMapping("/upload:{id}")
    ObjectNode ask(@PathVariable String id, HttpServletRequest request) {
        access.token(request);
        return progress(known(id));
    }

    private ObjectNode progress(Uploads.Upload upload) {
        return json.object().put("id", "upload:" + upload.id()).put("file_offset", upload.arrived());
    }

    private Uploads.Upload known(String id) {
        return uploads.find(id).orElseThrow(() -> GraphAccess.unknown("upload:" + id));
    }
}
