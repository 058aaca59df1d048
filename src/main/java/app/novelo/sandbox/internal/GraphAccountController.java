package app.novelo.sandbox.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The stand-in's accounts: their numbers, and whether the app hears of them. */
@Hidden
@SandboxOnly
@RestController("sandboxGraphAccountController")
@RequestMapping(GraphNodeController.ROOT + "/{id:[0-9]+}")
class GraphAccountController {

    private final GraphAccess access;
    private final Accounts accounts;
    private final CompanyLines lines;
    private final LineNodes nodes;
    private final GraphPaging paging;
    private final MetaJson json;

    GraphAccountController(
            GraphAccess access,
            Accounts accounts,
            CompanyLines lines,
            LineNodes nodes,
            GraphPaging paging,
            MetaJson json) {
        this.access = access;
        this.accounts = accounts;
        this.lines = lines;
        this.nodes = nodes;
        this.paging = paging;
        this.json = json;
    }

    @GetMapping("/phone_numbers")
    ObjectNode numbers(@PathVariable String id, HttpServletRequest request) {
        var account = access.account(request, id);
        var fields = GraphFields.of(request);
        var own = lines.all().stream()
                .filter(line -> line.account().equals(account.id()))
                .toList();
        return paging.page(own, Line::id, line -> nodes.view(line, fields), request);
    }

    @GetMapping("/subscribed_apps")
    ObjectNode apps(@PathVariable String id, HttpServletRequest request) {
        var answer = json.object();
        var data = answer.putArray("data");
        if (access.account(request, id).subscribed()) {
            data.addObject()
                    .putObject("whatsapp_business_api_data")
                    .put("id", GraphApp.ID)
                    .put("name", GraphApp.NAME)
                    .put("link", "https://www.facebook.com/games/?app_id=" + GraphApp.ID);
        }
        return answer;
    }

    @PostMapping("/subscribed_apps")
    ObjectNode subscribe(@PathVariable String id, HttpServletRequest request) {
        return subscribed(id, true, request);
    }

    @DeleteMapping("/subscribed_apps")
    ObjectNode unsubscribe(@PathVariable String id, HttpServletRequest request) {
        return subscribed(id, false, request);
    }

    private ObjectNode subscribed(String id, boolean subscribed, HttpServletRequest request) {
        accounts.change(access.account(request, id), Accounts.Change.subscribed(subscribed));
        return json.object().put("success", true);
    }
}
