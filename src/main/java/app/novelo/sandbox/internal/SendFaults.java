package app.novelo.sandbox.internal;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Answers a send as a fault demands, accepting the message where the fault says so. */
@SandboxOnly
@Component
class SendFaults {

    /** Of an expired session, as Meta tells it apart from a token that was never any. */
    static final int EXPIRED = 463;

    private static final String PAGE =
            "<html><head><title>Facebook | Error</title></head><body>Sorry, something went wrong.</body></html>";

    private final Patience patience;

    SendFaults(Patience patience) {
        this.patience = patience;
    }

    GraphAnswer meet(Fault fault, Supplier<GraphAnswer> accept) {
        return switch (fault.kind()) {
            case ERROR, HTTP_429, LINE_MAINTENANCE -> throw GraphError.of(fault.code());
            case TOKEN_EXPIRED -> throw expired();
            case HTTP_500 -> GraphAnswer.html(500, PAGE);
            case HTTP_502 -> GraphAnswer.html(502, PAGE);
            case HTTP_503 -> GraphAnswer.html(503, PAGE);
            case CUT_BEFORE -> GraphAnswer.CUT;
            case HANG -> hang(fault);
            case SLOW -> {
                patience.waitFor(fault.delay());
                yield accept.get();
            }
            default -> lost(fault, accept.get());
        };
    }

    static GraphError expired() {
        return new GraphError(190, "Error validating access token: Session has expired.", EXPIRED);
    }

    private GraphAnswer hang(Fault fault) {
        patience.waitFor(fault.delay());
        throw GraphError.of(2);
    }

    /** The message is accepted; what becomes of the answer? */
    private GraphAnswer lost(Fault fault, GraphAnswer answer) {
        return switch (fault.kind()) {
            case CUT -> GraphAnswer.CUT;
            case HTTP_504 -> GraphAnswer.html(504, PAGE);
            case GARBAGE_ANSWER -> GraphAnswer.json(200, "{\"messages\":[");
            case STATUS_BEFORE_ANSWER -> {
                patience.waitFor(fault.delay());
                yield answer;
            }
            default -> answer;
        };
    }
}
