package app.novelo.channel.whatsapp;

import app.novelo.channel.Line;
import app.novelo.channel.Lines;
import app.novelo.channel.whatsapp.LineDoctor.Examination;
import app.novelo.platform.Callers;
import app.novelo.platform.NotFound;
import java.io.IOException;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The self-test of a line; for managers. */
@RestController
@RequestMapping("/api/v1/lines/{id}")
class CheckController {

    private final Lines lines;
    private final LineDoctor doctor;
    private final GraphQuestions graph;

    CheckController(Lines lines, LineDoctor doctor, GraphQuestions graph) {
        this.lines = lines;
        this.doctor = doctor;
        this.graph = graph;
    }

    @PostMapping("/check")
    Examination check(@PathVariable UUID id) {
        return doctor.examine(line(id));
    }

    /** The remedy of the check {@code subscription}; answers with a new examination. */
    @PostMapping("/subscribe")
    Examination subscribe(@PathVariable UUID id) throws IOException {
        var line = line(id);
        var answer = graph.post(line.accountId(), SubscriptionCheck.path(line));
        answer.error().ifPresent(error -> {
            throw new MetaRefuses(error);
        });
        return doctor.examine(line);
    }

    private Line line(UUID id) {
        Callers.managersOnly();
        return lines.find(id).orElseThrow(() -> new NotFound("line " + id));
    }
}
