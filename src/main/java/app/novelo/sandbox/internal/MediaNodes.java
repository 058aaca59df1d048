package app.novelo.sandbox.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Files, and the addresses under which their bytes lie for a while. */
@SandboxOnly
@Component("sandboxMediaNodes")
class MediaNodes implements GraphNodes {

    private final GraphFiles files;
    private final MediaLink links;
    private final CompanyLines lines;
    private final Faults faults;
    private final MetaJson json;

    MediaNodes(GraphFiles files, MediaLink links, CompanyLines lines, Faults faults, MetaJson json) {
        this.files = files;
        this.links = links;
        this.lines = lines;
        this.faults = faults;
        this.json = json;
    }

    @Override
    public Optional<ObjectNode> find(String id, Token token, HttpServletRequest request) {
        var number = request.getParameter("phone_number_id");
        if (number != null && !number.isEmpty() && lines.find(number).isEmpty()) {
            throw GraphAccess.unknown(number);
        }
        return files.find(id)
                .filter(file -> faults.next(Set.of(FaultKind.MEDIA_GONE), file.phoneDigits())
                        .isEmpty())
                .map(this::view);
    }

    private ObjectNode view(GraphFile file) {
        return json.object()
                .put("messaging_product", "whatsapp")
                .put("url", links.to(file))
                .put("mime_type", file.mimeType())
                .put("sha256", file.sha256())
                .put("file_size", Long.toString(file.size()))
                .put("id", file.id());
    }
}
