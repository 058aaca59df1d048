package app.novelo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code docs/model-names.md} is generated: what it says about models and code is so. */
class ModelNamesFileTest {

    private static final Path KEPT = Path.of("docs/model-names.md");
    private static final Path FRESH = Path.of("target/model-names.md");

    @Test
    void listsEveryNameThatAModelMayUse() throws IOException {
        var fresh = ModelNames.page();
        Files.createDirectories(FRESH.getParent());
        Files.writeString(FRESH, fresh);

        assertThat(Files.exists(KEPT) ? Files.readString(KEPT) : "")
                .as("%s has changed; look at it and copy it over %s", FRESH, KEPT)
                .isEqualTo(fresh);
    }

    @Test
    void everyFactIsExplainedToAnalysts() throws IOException {
        var guide = Files.readString(Path.of("docs/analyst.md"));

        assertThat(SourceNames.facts()).isNotEmpty().allMatch(fact -> guide.contains("`" + fact + "`"));
    }
}
