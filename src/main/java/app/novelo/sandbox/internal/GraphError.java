package app.novelo.sandbox.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A refusal of the Graph API; the same codes come synchronously and in the status of a message that failed. */
final class GraphError extends RuntimeException {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String HELP = "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/";

    private final int code;
    private final String details;
    private final @Nullable Integer subcode;
    private final @Nullable ForUser forUser;

    /** What Meta would show to a person. */
    record ForUser(String title, String message) {}

    GraphError(int code, String details) {
        this(code, details, null);
    }

    GraphError(int code, String details, @Nullable Integer subcode) {
        this(code, details, subcode, null);
    }

    private GraphError(int code, String details, @Nullable Integer subcode, @Nullable ForUser forUser) {
        super(GraphErrorCodes.title(code));
        this.code = code;
        this.details = details;
        this.subcode = subcode;
        this.forUser = forUser;
    }

    /** A refusal of template management: code 100, what is wrong stands in its subcode and in words for a person. */
    static GraphError ofTemplate(@Nullable Integer subcode, String title, String message) {
        return new GraphError(100, message, subcode, new ForUser(title, message));
    }

    /** An error whose code says all. */
    static GraphError of(int code) {
        return new GraphError(code, GraphErrorCodes.details(code));
    }

    int code() {
        return code;
    }

    int httpStatus() {
        return GraphErrorCodes.httpStatus(code);
    }

    String title() {
        return GraphErrorCodes.title(code);
    }

    /** @return the body of a synchronous refusal */
    ObjectNode answer(MetaJson json) {
        var answer = json.object();
        var error = answer.putObject("error");
        error.put("message", forUser == null ? "(#%d) %s".formatted(code, title()) : title());
        error.put("type", "OAuthException").put("code", code);
        if (forUser == null) {
            error.putObject("error_data").put("messaging_product", "whatsapp").put("details", details);
        } else {
            error.put("is_transient", false).put("error_user_title", forUser.title());
            error.put("error_user_msg", forUser.message());
        }
        if (subcode != null) {
            error.put("error_subcode", subcode);
        }
        if (GraphErrorCodes.isTransient(code)) {
            error.put("is_transient", true);
        }
        error.put("fbtrace_id", trace());
        return answer;
    }

    /** @return the element of {@code statuses[].errors} */
    ObjectNode inStatus(MetaJson json) {
        var error = json.object().put("code", code).put("title", title()).put("message", title());
        error.putObject("error_data").put("details", details);
        return error.put("href", HELP);
    }

    private static String trace() {
        var bytes = new byte[15];
        RANDOM.nextBytes(bytes);
        return "A" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
