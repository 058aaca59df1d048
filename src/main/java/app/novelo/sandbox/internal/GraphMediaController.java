package app.novelo.sandbox.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * The stand-in's media: upload, address, bytes, deletion.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media">Meta, Media</a>
 */
@Hidden
@SandboxOnly
@RestController
@RequestMapping("/sandbox/graph")
class GraphMediaController {

    private static final String VERSION = "/{version:v[0-9]+\\.[0-9]+}";
    private static final String BEARER = "Bearer ";

    private final CompanyLine line;
    private final Lines lines;
    private final GraphFiles files;
    private final MediaLink links;
    private final MediaBytes bytes;
    private final Faults faults;
    private final MetaJson json;

    GraphMediaController(
            CompanyLine line,
            Lines lines,
            GraphFiles files,
            MediaLink links,
            MediaBytes bytes,
            Faults faults,
            MetaJson json) {
        this.line = line;
        this.lines = lines;
        this.files = files;
        this.links = links;
        this.bytes = bytes;
        this.faults = faults;
        this.json = json;
    }

    @PostMapping(VERSION + "/{number}/media")
    ObjectNode upload(
            @PathVariable String number,
            @RequestHeader(name = "Authorization", defaultValue = "") String authorization,
            @RequestParam(name = "messaging_product", defaultValue = "") String product,
            @RequestParam(defaultValue = "") String type,
            @Nullable @RequestParam(required = false) MultipartFile file)
            throws IOException {
        check(authorization, number);
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

    @GetMapping(VERSION + "/{id:[0-9]+}")
    ObjectNode describe(
            @PathVariable String id,
            @RequestHeader(name = "Authorization", defaultValue = "") String authorization,
            @RequestParam(name = "phone_number_id", defaultValue = "") String number) {
        check(authorization, number.isEmpty() ? line.phoneNumberId() : number);
        var file = known(id);
        return json.object()
                .put("messaging_product", "whatsapp")
                .put("url", links.to(file))
                .put("mime_type", file.mimeType())
                .put("sha256", file.sha256())
                .put("file_size", Long.toString(file.size()))
                .put("id", file.id());
    }

    @DeleteMapping(VERSION + "/{id:[0-9]+}")
    ObjectNode delete(
            @PathVariable String id, @RequestHeader(name = "Authorization", defaultValue = "") String authorization) {
        check(authorization, line.phoneNumberId());
        if (!files.delete(id)) {
            throw unknown(id);
        }
        return json.object().put("success", true);
    }

    @GetMapping("/files/{id}")
    void bytes(
            @PathVariable String id,
            @RequestHeader(name = "Authorization", defaultValue = "") String authorization,
            @RequestParam(name = "ext", defaultValue = "0") long until,
            @RequestParam(defaultValue = "") String hash,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        check(authorization, line.phoneNumberId());
        var file = files.find(id).filter(found -> links.isValid(id, until, hash));
        if (file.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            bytes.write(file.get(), request, response);
        }
    }

    @ExceptionHandler
    void refuse(GraphError refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        GraphAnswer.json(refusal.httpStatus(), json.text(refusal.answer(json))).write(request, response);
    }

    private GraphFile known(String id) {
        var file = files.find(id).orElseThrow(() -> unknown(id));
        if (faults.next(java.util.Set.of(FaultKind.MEDIA_GONE), file.phoneDigits())
                .isPresent()) {
            throw unknown(id);
        }
        return file;
    }

    private static GraphError unknown(String id) {
        var details = "Unsupported get request. Object with ID '%s' does not exist, cannot be loaded due to missing"
                + " permissions, or does not support this operation.";
        return new GraphError(100, details.formatted(id), 33);
    }

    private void check(String authorization, String number) {
        if (!authorization.startsWith(BEARER)
                || !MessageDigest.isEqual(
                        authorization.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8),
                        line.accessToken().getBytes(StandardCharsets.UTF_8))) {
            throw GraphError.of(190);
        }
        if (lines.find(number).isEmpty()) {
            throw unknown(number);
        }
    }
}
