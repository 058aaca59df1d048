package app.novelo.casework;

import app.novelo.platform.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which cases a caller may see: managers all; an agent those of his queues and his own. */
public interface CaseAccess {

    /** @throws app.novelo.platform.NotFound if there is none of that kind, or the caller may not see it */
    CaseFile visible(Caller caller, String kind, String number);

    /** @return newest first */
    List<CaseFile> list(Caller caller, Query query);

    static String cursor(CaseFile file) {
        return file.openedAt() + "_" + file.number();
    }

    /** @param state null = every state */
    record Query(String kind, @Nullable String state, @Nullable String queue, @Nullable String after, int limit) {}
}
