package app.novelo.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever changes a model has its picture drawn by running this: it fails once, and what it has drawn is committed. */
class PicturesTest {

    @RegisterExtension
    final Browser browser = new Browser();

    @Test
    @Tag("browser")
    void everyPictureIsThatOfItsModel() {
        var stale = Model.all().stream()
                .filter(model -> !Stamp.of(model.picture()).equals(Optional.of(model.fingerprint())))
                .toList();

        stale.forEach(new Drawer(browser)::draw);

        assertThat(stale)
                .as("models whose picture was of another version or missing; they are drawn now: look and commit")
                .isEmpty();
    }

    @Test
    void everyModelIsShownInTheDocumentation() throws IOException {
        var words = Files.readString(Path.of("docs/processes.md"));

        assertThat(Model.all())
                .isNotEmpty()
                .allMatch(model -> words.contains("](img/" + model.picture().getFileName() + ")"))
                .allMatch(model -> words.contains("](../" + model.file() + ")"));
    }
}
