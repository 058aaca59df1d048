package app.novelo.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** All templates of an account, page by page. */
@Component
class TemplatePull {

    private static final Logger LOG = LoggerFactory.getLogger(TemplatePull.class);
    private static final String FIELDS =
            "id,name,language,status,category,parameter_format,components,quality_score,rejected_reason,correct_category";
    private static final int PAGE = 100;

    /** An account has at most 6000. */
    private static final int MOST_PAGES = 200;

    private static final int BAD_CURSOR = 131059;
    private static final int ATTEMPTS = 3;

    private final GraphCalls calls;

    TemplatePull(GraphCalls calls) {
        this.calls = calls;
    }

    /**
     * @param alive is called after each page
     * @throws IOException also if an answer has another shape: half a list would be taken for the whole
     */
    List<MetaTemplate> all(String account, Runnable alive) throws IOException, GraphRefused {
        for (int attempt = 1; ; attempt++) {
            try {
                return pages(account, alive);
            } catch (GraphRefused e) {
                if (e.code() != BAD_CURSOR || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private List<MetaTemplate> pages(String account, Runnable alive) throws IOException, GraphRefused {
        var found = new ArrayList<MetaTemplate>();
        var after = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            var answer = calls.get(account, path(account, after));
            read(answer.path("data"), found);
            var next = next(answer.path("paging"));
            if (next == null) {
                return found;
            }
            if (next.equals(after)) {
                break;
            }
            after = next;
            alive.run();
        }
        throw new IOException("the pages have no end");
    }

    private static String path(String account, String after) {
        var path = account + "/message_templates?fields=" + FIELDS + "&limit=" + PAGE;
        return after.isEmpty() ? path : path + "&after=" + GraphCalls.encoded(after);
    }

    private static void read(JsonNode data, List<MetaTemplate> found) throws IOException {
        if (!data.isArray()) {
            throw new IOException("an answer without a list");
        }
        for (var told : data) {
            var template = MetaTemplate.read(told);
            template.ifPresent(found::add);
            if (template.isEmpty()) {
                LOG.warn("a template without id, name or language is passed over");
            }
        }
    }

    /** The address of the next page is not called: it carries the token, and might lead anywhere. */
    private static @Nullable String next(JsonNode paging) {
        return paging.hasNonNull("next") ? Fields.text(paging.path("cursors").path("after")) : null;
    }
}
