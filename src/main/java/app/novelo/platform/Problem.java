package app.novelo.platform;

import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * A refusal with a name that a client may act on; answered as RFC 9457 problem details. Each module's own failures extend
 * it: the class is the fact, the name is what stands in {@code docs/http-api.md}.
 */
public abstract class Problem extends RuntimeException {

    private static final String PREFIX = "urn:novelo:problem:";

    private final HttpStatus status;
    private final String name;
    private final Map<String, ?> properties;

    protected Problem(HttpStatus status, String name, String detail) {
        this(status, name, detail, Map.of());
    }

    /** @param properties further members of the problem, for the client's use */
    protected Problem(HttpStatus status, String name, String detail, Map<String, ?> properties) {
        super(detail);
        this.status = status;
        this.name = name;
        this.properties = properties;
    }

    public ProblemDetail toDetail() {
        var detail = of(status, name, String.valueOf(getMessage()));
        properties.forEach(detail::setProperty);
        return detail;
    }

    public String name() {
        return name;
    }

    public static ProblemDetail of(HttpStatus status, String name, String text) {
        var detail = ProblemDetail.forStatusAndDetail(status, text);
        detail.setType(URI.create(PREFIX + name));
        detail.setTitle(name.replace('-', ' '));
        return detail;
    }
}
