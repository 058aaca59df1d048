package app.novelo.sandbox.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** One kind of what {@code GET /{version}/{id}} may mean. */
interface GraphNodes {

    /** @return what the caller may see of it; empty if the id is none of this kind */
    Optional<ObjectNode> find(String id, Token token, HttpServletRequest request);
}
