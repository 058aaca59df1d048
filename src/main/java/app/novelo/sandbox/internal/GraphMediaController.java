package app.novelo.sandbox.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * The stand-in's media: upload, bytes, deletion. Their addresses are told by {@link MediaNodes}.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media">Meta, Media</a>
 */
@Hidden
@SandboxOnly
@RestController
@RequestMapping("/sandbox/graph")
class GraphMediaController {

    private static final String VERSION = "/{version:v[0-9]+\\.[0-9]+}";

    private final GraphAccess access;
    private final GraphFiles files;
    private final MediaLink links;
    private final MediaBytes bytes;
    private final MetaJson json;

    GraphMediaController(GraphAccess access, GraphFiles files, MediaLink links, MediaBytes bytes, MetaJson json) {
        this.access = access;
        this.files = files;
        this.links = links;
        this.bytes = bytes;
        this.json = json;
    }

    @PostMapping(VERSION + "/{number}/media")
    ObjectNode upload(
            @PathVariable String number,
            @RequestParam(name = "messaging_product", defaultValue = "") String product,
            @RequestParam(defaultValue = "") String type,
            @Nullable @RequestParam(required = false) MultipartFile file,
            HttpServletRequest request)
            throws IOException {
        access.line(request, number, Token.Scope.MESSAGING);
        if (!product.equals("whatsapp")) {
            throw new GraphError(100, "The parameter messaging_product is required.");
        }
        if (file == null) {
            throw new GraphError(100, "The parameter file is required.");
        }
        var claimed = StringUtils.hasText(type) ? type : String.valueOf(file.getContentType());
        MediaRules.upload(claimed, file.getSize());
        return json.object().put("id", files.add(null, file, claimed).id());
    }

    @DeleteMapping(VERSION + "/{id:[0-9]+}")
    ObjectNode delete(@PathVariable String id, HttpServletRequest request) {
        access.token(request);
        if (!files.delete(id)) {
            throw GraphAccess.unknown(id);
        }
        return json.object().put("success", true);
    }

    @GetMapping("/files/{id}")
    void bytes(
            @PathVariable String id,
            @RequestParam(name = "ext", defaultValue = "0") long until,
            @RequestParam(defaultValue = "") String hash,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        access.token(request);
        var file = files.find(id).filter(found -> links.isValid(id, until, hash));
        if (file.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            bytes.write(file.get(), request, response);
        }
    }
}
