package app.novelo.engine.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;

/**
 * One file that the engine can be given.
 *
 * @param name bare file name, as Camunda Modeler sends it
 * @param key of the process, decision or form in it
 */
record ModelFile(String name, Kind kind, String key, byte[] content) {

    /** What a file holds, and where the engine keeps its definitions. */
    enum Kind {
        PROCESS(".bpmn", "act_re_procdef"),
        DECISION(".dmn", "act_re_decision_def"),
        FORM(".form", "act_re_camformdef");

        final String suffix;
        final String table;

        Kind(String suffix, String table) {
            this.suffix = suffix;
            this.table = table;
        }
    }

    static ModelFile of(String name, byte[] content) {
        if (name.endsWith(Kind.PROCESS.suffix)) {
            return new ModelFile(name, Kind.PROCESS, processKey(content), content);
        }
        if (name.endsWith(Kind.DECISION.suffix)) {
            return new ModelFile(name, Kind.DECISION, decisionKey(content), content);
        }
        return new ModelFile(name, Kind.FORM, formKey(content), content);
    }

    private static String processKey(byte[] content) {
        var model = Bpmn.readModelFromStream(new ByteArrayInputStream(content));
        return model.getModelElementsByType(Process.class).iterator().next().getId();
    }

    private static String decisionKey(byte[] content) {
        var model = Dmn.readModelFromStream(new ByteArrayInputStream(content));
        return model.getModelElementsByType(Decision.class).iterator().next().getId();
    }

    private static String formKey(byte[] content) {
        try {
            return new ObjectMapper().readTree(content).path("id").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
