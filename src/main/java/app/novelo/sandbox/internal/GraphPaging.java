package app.novelo.sandbox.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Lists as the Graph API pages them: by cursors that name an item.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/results">Meta, Paginated results</a>
 */
@SandboxOnly
@Component("sandboxGraphPaging")
class GraphPaging {

    private static final int USUAL = 25;
    private static final int MOST = 1000;

    private final MetaJson json;
    private final OwnAddress address;

    GraphPaging(MetaJson json, OwnAddress address) {
        this.json = json;
        this.address = address;
    }

    /** @param id of an item, which makes its cursor */
    <T> ObjectNode page(List<T> all, Function<T, String> id, Function<T, ObjectNode> view, HttpServletRequest request) {
        int limit = limit(request.getParameter("limit"));
        var before = request.getParameter("before");
        var from = before == null ? after(all, id, request.getParameter("after")) : before(all, id, before, limit);
        var items = all.subList(from, Math.min(all.size(), before == null ? from + limit : end(all, id, before)));
        var answer = json.object();
        var data = answer.putArray("data");
        items.forEach(item -> data.add(view.apply(item)));
        if (!items.isEmpty()) {
            var paging = answer.putObject("paging");
            var last = cursor(id.apply(items.get(items.size() - 1)));
            paging.putObject("cursors")
                    .put("before", cursor(id.apply(items.get(0))))
                    .put("after", last);
            if (from + items.size() < all.size()) {
                paging.put("next", next(request, limit, last));
            }
        }
        return answer;
    }

    private static int limit(@Nullable String asked) {
        try {
            int limit = asked == null ? USUAL : Integer.parseInt(asked);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new GraphError(100, "Param limit must be between 1 and " + MOST);
    }

    private static <T> int after(List<T> all, Function<T, String> id, @Nullable String cursor) {
        return cursor == null || cursor.isEmpty() ? 0 : place(all, id, cursor) + 1;
    }

    private static <T> int before(List<T> all, Function<T, String> id, String cursor, int limit) {
        return Math.max(0, place(all, id, cursor) - limit);
    }

    private static <T> int end(List<T> all, Function<T, String> id, String cursor) {
        return place(all, id, cursor);
    }

    private static <T> int place(List<T> all, Function<T, String> id, String cursor) {
        for (int i = 0; i < all.size(); i++) {
            if (cursor(id.apply(all.get(i))).equals(cursor)) {
                return i;
            }
        }
        throw GraphError.of(131059);
    }

    private static String cursor(String id) {
        return Base64.getUrlEncoder().encodeToString(("Q" + id).getBytes(StandardCharsets.US_ASCII));
    }

    private String next(HttpServletRequest request, int limit, String after) {
        var uri = UriComponentsBuilder.fromUri(address.path(request.getRequestURI()));
        var names = new ArrayList<>(Collections.list(request.getParameterNames()));
        names.removeAll(List.of("limit", "after", "before", "access_token"));
        names.forEach(name -> uri.queryParam(name, request.getParameter(name)));
        return uri.queryParam("limit", limit)
                .queryParam("after", after)
                .encode()
                .toUriString();
    }
}
