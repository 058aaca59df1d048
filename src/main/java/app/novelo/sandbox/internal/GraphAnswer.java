package app.novelo.sandbox.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What the stand-in answers; status 0 = nothing at all.
 *
 * @param body in ASCII
 */
record GraphAnswer(int status, String type, String body) {

    /** The connection breaks without a byte of an answer. */
    static final GraphAnswer CUT = new GraphAnswer(0, "", "");

    static GraphAnswer json(int status, String body) {
        return new GraphAnswer(status, "application/json; charset=UTF-8", body);
    }

    static GraphAnswer html(int status, String body) {
        return new GraphAnswer(status, "text/html", body);
    }

    void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (status == 0) {
            request.setAttribute(CuttingValve.CUT, true);
            return;
        }
        response.setStatus(status);
        response.setContentType(type);
        if (status == 401) {
            response.setHeader("WWW-Authenticate", "OAuth \"Facebook Platform\" \"invalid_token\"");
        }
        response.getOutputStream().write(body.getBytes(StandardCharsets.US_ASCII));
    }
}
