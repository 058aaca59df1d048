package app.novelo.ai.internal;

import app.novelo.ai.Entity;
import app.novelo.ai.OptOut;
import app.novelo.ai.OptOuts;
import app.novelo.ai.TextUnderstanding;
import app.novelo.ai.Understanding;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows what the local understanding makes of a text, for people who write decision tables and for integrations. */
@RestController
@RequestMapping("/api/v1/ai")
class ClassificationController {

    private final TextUnderstanding understanding;
    private final OptOuts optOuts;

    ClassificationController(TextUnderstanding understanding, OptOuts optOuts) {
        this.understanding = understanding;
        this.optOuts = optOuts;
    }

    @PostMapping(path = "/classify", produces = MediaType.APPLICATION_JSON_VALUE)
    Classification classify(@Valid @RequestBody Question question) {
        return Classification.of(
                understanding.understand(question.text(), question.language()),
                optOuts.in(question.text()).orElse(null));
    }

    /**
     * @param text up to sixteen WhatsApp messages' worth
     * @param language what the customer wrote so far, if known
     */
    record Question(@NotNull @Size(max = 65_536) String text, @Nullable String language) {}

    /** @param optOut the wish to be written to no more */
    record Classification(
            String intent,
            double confidence,
            String sentiment,
            String urgency,
            String language,
            String gesture,
            boolean escalationWord,
            @Nullable OptOut optOut,
            List<Entity> entities,
            String engine,
            String engineVersion) {

        static Classification of(Understanding made, @Nullable OptOut optOut) {
            return new Classification(
                    made.intent(),
                    made.confidence(),
                    made.sentiment().id(),
                    made.urgency().id(),
                    made.language(),
                    made.gesture().id(),
                    made.escalationWord(),
                    optOut,
                    made.entities(),
                    made.engine(),
                    made.engineVersion());
        }
    }
}
