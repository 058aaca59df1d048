package app.novelo.workbench.internal;

import app.novelo.platform.NoveloSettings;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The frame of our own pages: the channel and the people, for managers and administrators, and the funnel, for whoever
 * sells. It says nothing of anyone, so everybody may load it: what it shows comes over {@code /api/v1}, which asks who the
 * reader is.
 */
@Hidden
@RestController
class DeskPages {

    /** Stricter than what the webapps need: nothing but files of ours, and no script or style in the page itself. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data: blob:; media-src 'self' blob:; connect-src 'self'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final String page;

    DeskPages(NoveloSettings settings) {
        this.page =
                read().replace("lang=\"en\"", "lang=\"" + settings.language().toLanguageTag() + "\"");
    }

    @GetMapping(
            path = {"/desk/channel", "/desk/people", "/desk/funnel"},
            produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> page() {
        return ResponseEntity.ok()
                .header("Content-Security-Policy", POLICY)
                .cacheControl(CacheControl.noCache())
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(page);
    }

    private static String read() {
        try {
            return new ClassPathResource("desk/page.html").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
