package app.novelo.casework.internal;

import app.novelo.casework.CaseAccess;
import app.novelo.casework.CaseFile;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Caller;
import app.novelo.platform.NotFound;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class StoredCaseAccess implements CaseAccess {

    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    private final CaseRows rows;

    StoredCaseAccess(CaseRows rows) {
        this.rows = rows;
    }

    @Override
    public CaseFile visible(Caller caller, String kind, String number) {
        return rows.find(number)
                .filter(file -> file.kind().equals(kind) && maySee(caller, file))
                .orElseThrow(() -> new NotFound(kind + " " + number));
    }

    static boolean maySee(Caller caller, CaseFile file) {
        return caller.isManager() || caller.isIn(file.queue()) || caller.id().equals(file.owner());
    }

    @Override
    public List<CaseFile> list(Caller caller, Query query) {
        var from = Cursor.of(query.after());
        return rows.list(caller, query, from.at, from.number);
    }

    private record Cursor(Instant at, String number) {

        static Cursor of(@Nullable String text) {
            if (text == null) {
                return new Cursor(END, "");
            }
            try {
                int middle = text.indexOf('_');
                return new Cursor(Instant.parse(text.substring(0, middle)), text.substring(middle + 1));
            } catch (IndexOutOfBoundsException | DateTimeException e) {
                throw new BadRequest("after", "not a cursor that this list has given");
            }
        }
    }
}
