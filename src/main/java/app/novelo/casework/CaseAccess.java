package app.novelo.casework;

import app.novelo.platform.Caller;
import java.time.Instant;
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

    /**
     * @param state null = every state
     * @param restingAt only open ones of which nothing is planned or due after that moment; null = all
     */
    record Query(
            String kind,
            @Nullable String state,
            @Nullable String queue,
            @Nullable String after,
            int limit,
            @Nullable Instant restingAt) {

        public Query(String kind, @Nullable String state, @Nullable String queue, @Nullable String after, int limit) {
            this(kind, state, queue, after, limit, null);
        }
    }
}
