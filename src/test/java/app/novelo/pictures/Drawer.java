package app.novelo.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.AddScriptTagOptions;
import com.microsoft.playwright.Page.AddStyleTagOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;

/** Draws a model with the viewer of bpmn.io that Maven has brought, and stamps the picture. */
final class Drawer {

    private static final String BPMN = "/META-INF/resources/webjars/bpmn-js/8.0.0/dist/";
    private static final String DMN = "/META-INF/resources/webjars/dmn-js/10.0.0/dist/";

    /** Wider than every model: a table that must wrap looks otherwise. */
    private static final int WIDTH = 2600;

    private static final int HEIGHT = 1600;

    private final Browser browser;

    Drawer(Browser browser) {
        this.browser = browser;
    }

    void draw(Model model) {
        var page = browser.open(WIDTH, HEIGHT, "en");
        page.setContent("<!doctype html><div id=\"canvas\"></div>");
        if (model.isProcess()) {
            look(page, BPMN + "assets/diagram-js.css");
            script(page, BPMN + "bpmn-viewer.production.min.js");
        } else {
            List.of("diagram-js", "dmn-js-shared", "dmn-js-drd", "dmn-js-decision-table", "dmn-font/css/dmn-embedded")
                    .forEach(name -> look(page, DMN + "assets/" + name + ".css"));
            script(page, DMN + "dmn-viewer.production.min.js");
        }
        look(page, "picture.css");
        assertThat((List<?>) page.evaluate(text(model.isProcess() ? "bpmn.js" : "dmn.js"), model.source()))
                .as("what is odd in " + model.name())
                .isEmpty();
        write(model, Stamp.on(page.locator("#canvas").screenshot(), model.fingerprint()));
    }

    private static void look(Page page, String resource) {
        page.addStyleTag(new AddStyleTagOptions().setContent(text(resource)));
    }

    private static void script(Page page, String resource) {
        page.addScriptTag(new AddScriptTagOptions().setContent(text(resource)));
    }

    private static String text(String resource) {
        var path = resource.startsWith("/") ? resource : "/app/novelo/pictures/" + resource;
        try (var stream = Drawer.class.getResourceAsStream(path)) {
            return new String(Objects.requireNonNull(stream, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Model model, byte[] picture) {
        try {
            Files.write(model.picture(), picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
