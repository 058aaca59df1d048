package app.novelo.sandbox.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The stand-in's {@code GET /{version}/{id}}: a number, an account, a template, a file. */
@Hidden
@SandboxOnly
@RestController("sandboxGraphNodeController")
@RequestMapping(GraphNodeController.ROOT)
class GraphNodeController {

    static final String ROOT = "/sandbox/graph/{version:v[0-9]+\\.[0-9]+}";

    private final GraphAccess access;
    private final List<GraphNodes> nodes;

    GraphNodeController(GraphAccess access, List<GraphNodes> nodes) {
        this.access = access;
        this.nodes = nodes;
    }

    @GetMapping("/{id:[0-9]+}")
    ObjectNode read(@PathVariable String id, HttpServletRequest request) {
        var token = access.token(request);
        return nodes.stream()
                .map(kind -> kind.find(id, token, request))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> GraphAccess.unknown(id));
    }
}
