package app.novelo.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** The Graph API has answered a call that is no message with a no. */
final class GraphRefused extends Exception {

    private static final long serialVersionUID = 1;

    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private final int httpStatus;
    private final int code;
    private final int subcode;
    private final boolean passing;
    private final @Nullable String words;

    GraphRefused(int httpStatus, JsonNode error) {
        super(
                error.path("code").asInt() == 0
                        ? "HTTP " + httpStatus
                        : "code " + error.path("code").asInt());
        this.httpStatus = httpStatus;
        this.code = error.path("code").asInt();
        this.subcode = error.path("error_subcode").asInt();
        this.passing = error.path("is_transient").asBoolean();
        this.words = Fields.text(
                error.path("error_user_msg"), error.path("error_data").path("details"), error.path("message"));
    }

    int code() {
        return code;
    }

    /** @return Meta's finer code where there is one: of templates it alone tells what is wrong */
    int subcode() {
        return subcode;
    }

    /** @return what a person should read, in Meta's words */
    @Nullable
    String words() {
        return words;
    }

    /** @return true if the same call may succeed later */
    boolean isPassing() {
        return passing
                || httpStatus == TOO_MANY
                || httpStatus >= SERVER_ERROR
                || ErrorTable.of(code)
                        .filter(behaviour -> behaviour == ErrorTable.Behaviour.RETRY
                                || behaviour == ErrorTable.Behaviour.AFTER_MINUTES)
                        .isPresent();
    }
}
