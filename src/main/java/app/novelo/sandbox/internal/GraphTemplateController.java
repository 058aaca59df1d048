package app.novelo.sandbox.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The stand-in's management of templates.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account/message_templates">Meta,
 *     Message templates</a>
 */
@Hidden
@SandboxOnly
@RestController("sandboxGraphTemplateController")
@RequestMapping(GraphNodeController.ROOT)
class GraphTemplateController {

    private static final int MOST_AT_ONCE = 100;

    private final GraphAccess access;
    private final Templates templates;
    private final TemplateDesk desk;
    private final TemplateNodes nodes;
    private final GraphPaging paging;
    private final MetaJson json;

    GraphTemplateController(
            GraphAccess access,
            Templates templates,
            TemplateDesk desk,
            TemplateNodes nodes,
            GraphPaging paging,
            MetaJson json) {
        this.access = access;
        this.templates = templates;
        this.desk = desk;
        this.nodes = nodes;
        this.paging = paging;
        this.json = json;
    }

    @GetMapping("/{account:[0-9]+}/message_templates")
    ObjectNode list(@PathVariable String account, HttpServletRequest request) {
        var owner = access.account(request, account);
        var fields = GraphFields.of(request);
        var found = templates.of(owner.id()).stream()
                .filter(template -> isAsked(request, "status", template.status().name())
                        && isAsked(request, "category", template.category().name())
                        && isAsked(request, "language", template.language())
                        && isAsked(request, "quality_score", template.quality().name())
                        && template.name()
                                .contains(Optional.ofNullable(request.getParameter("name"))
                                        .orElse("")))
                .toList();
        return paging.page(found, Template::id, template -> nodes.view(template, fields), request);
    }

    private static boolean isAsked(HttpServletRequest request, String param, String value) {
        var asked = request.getParameter(param);
        return asked == null || Arrays.asList(asked.split("[\\[\\]\",\\s]+")).contains(value);
    }

    @PostMapping("/{account:[0-9]+}/message_templates")
    ObjectNode create(
            @PathVariable String account,
            @RequestBody(required = false) byte @Nullable [] body,
            HttpServletRequest request) {
        var owner = access.account(request, account);
        var template = desk.create(owner, parse(body));
        return json.object()
                .put("id", template.id())
                .put("status", Template.Status.PENDING.name())
                .put("category", template.category().name());
    }

    @PostMapping("/{id:[0-9]+}")
    ObjectNode edit(
            @PathVariable String id,
            @RequestBody(required = false) byte @Nullable [] body,
            HttpServletRequest request) {
        var token = access.token(request, Token.Scope.MANAGEMENT);
        var template = templates
                .find(id)
                .filter(found -> found.account().equals(token.account()))
                .orElseThrow(() -> GraphAccess.unknown(id));
        var edited = desk.edit(template, parse(body));
        return json.object()
                .put("success", true)
                .put("id", edited.id())
                .put("name", edited.name())
                .put("category", edited.category().name());
    }

    /** @param hsmId of one language; with it Meta wants the name as well */
    @DeleteMapping("/{account:[0-9]+}/message_templates")
    ObjectNode delete(
            @PathVariable String account,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(name = "hsm_id", defaultValue = "") String hsmId,
            @RequestParam(name = "hsm_ids", defaultValue = "") String hsmIds,
            HttpServletRequest request) {
        var owner = access.account(request, account);
        desk.delete(hsmIds.isEmpty() ? named(owner, name, hsmId) : listed(owner, hsmIds));
        return json.object().put("success", true);
    }

    private List<Template> named(Account owner, String name, String hsmId) {
        if (name.isEmpty()) {
            throw new GraphError(100, "The parameter name is required.");
        }
        var gone = templates.named(owner.id(), name).stream()
                .filter(template -> hsmId.isEmpty() || template.id().equals(hsmId))
                .toList();
        if (gone.isEmpty()) {
            throw TemplateErrors.notFound("the name %s%s".formatted(name, hsmId.isEmpty() ? "" : " and this id"));
        }
        return gone;
    }

    private List<Template> listed(Account owner, String hsmIds) {
        var ids = Arrays.stream(hsmIds.toLowerCase(Locale.ROOT).split("[^0-9]+"))
                .filter(id -> !id.isEmpty())
                .toList();
        if (ids.isEmpty() || ids.size() > MOST_AT_ONCE) {
            throw new GraphError(100, "Param hsm_ids holds 1 to 100 ids.");
        }
        return ids.stream()
                .map(id -> templates
                        .find(id)
                        .filter(template -> template.account().equals(owner.id()))
                        .orElseThrow(() -> TemplateErrors.notFound("the id " + id)))
                .toList();
    }

    private ObjectNode parse(byte @Nullable [] body) {
        try {
            return json.object(new String(body == null ? new byte[0] : body, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new GraphError(100, "The body must be a JSON object.");
        }
    }
}
