package app.novelo.workbench.internal;

import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The texts of our screens, for everybody: they say nothing of anyone. */
@RestController
class ScreenTextsController {

    private final ScreenTexts texts;

    ScreenTextsController(ScreenTexts texts) {
        this.texts = texts;
    }

    @GetMapping("/novelo/texts/{language}")
    Map<String, String> texts(@PathVariable String language) {
        return texts.in(language);
    }
}
