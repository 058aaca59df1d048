package app.novelo.sandbox.internal;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Breaks the connection of a request that asks for it, instead of answering. The servlet API has no way to do so. */
final class CuttingValve extends ValveBase {

    static final String CUT = "novelo.sandbox.cut";

    CuttingValve() {
        super(true); // asynchronous requests pass through
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (request.getAttribute(CUT) != null) {
            request.getCoyoteRequest().action(ActionCode.CLOSE_NOW, new IOException("cut by the sandbox"));
        }
    }
}
