package app.novelo.channel.whatsapp;

import app.novelo.channel.Content;
import app.novelo.platform.BadRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Limits of a list that opens on a button: ten rows in all, however many sections they stand in. */
final class MenuLimits {

    private static final int MOST_SECTIONS = 10;
    private static final int MOST_ROWS = 10;
    private static final int LONGEST_TITLE = 24;
    private static final int LONGEST_DESCRIPTION = 72;
    private static final int LONGEST_ROW_ID = 200;

    private MenuLimits() {}

    static void check(List<Content.Section> sections) {
        Limits.list("content.sections", sections, MOST_SECTIONS);
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < sections.size(); i++) {
            var at = "content.sections[" + i + "].";
            var section = sections.get(i);
            if (sections.size() > 1 || section.title() != null) {
                Limits.text(at + "title", section.title(), LONGEST_TITLE);
            }
            Limits.list(at + "rows", section.rows(), MOST_ROWS);
            rows(at + "rows", section.rows(), ids);
        }
        if (ids.size() > MOST_ROWS) {
            throw new BadRequest("content.sections", "WhatsApp takes at most 10 rows in all sections together");
        }
    }

    private static void rows(String at, List<Content.Row> rows, Set<String> ids) {
        for (int i = 0; i < rows.size(); i++) {
            var field = at + "[" + i + "].";
            var row = rows.get(i);
            Limits.text(field + "id", row.id(), LONGEST_ROW_ID);
            Limits.text(field + "title", row.title(), LONGEST_TITLE);
            Limits.atMost(field + "description", row.description(), LONGEST_DESCRIPTION);
            Limits.unique(field + "id", row.id(), ids);
        }
    }
}
