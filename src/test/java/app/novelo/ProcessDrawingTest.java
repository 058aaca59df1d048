package app.novelo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.api.Test;

/** The diagrams are read by people: everything is drawn, nothing lies upon anything else, no line crosses another. */
class ProcessDrawingTest {

    private final List<ProcessFile> processes = ProcessFile.all();

    @Test
    void everyElementIsDrawn() {
        assertNone(file -> file.elements(FlowNode.class)
                .filter(node -> !(node.getDiagramElement() instanceof BpmnShape shape) || shape.getBounds() == null)
                .map(node -> file.at(node.getId())));
        assertNone(file -> file.elements(SequenceFlow.class)
                .filter(flow -> flow.getDiagramElement() == null
                        || flow.getDiagramElement().getWaypoints().size() < 2)
                .map(flow -> file.at(flow.getId())));
    }

    @Test
    void nothingIsDrawnOutsideItsFrame() {
        assertNone(file -> file.elements(FlowNode.class)
                .filter(node -> !frame(node).contains(box(node)))
                .map(node -> file.at(node.getId())));
    }

    @Test
    void shapesDoNotOverlap() {
        assertNone(file -> pairs(file.elements(FlowNode.class).toList())
                .filter(pair -> !belongTogether(pair.one(), pair.other()))
                .filter(pair -> box(pair.one()).intersects(box(pair.other())))
                .map(pair ->
                        file.at(pair.one().getId()) + " and " + pair.other().getId()));
    }

    @Test
    void labelsLieOnNothing() {
        assertNone(file -> {
            List<Rectangle2D> shapes = file.elements(FlowNode.class)
                    .filter(node -> !(node instanceof SubProcess))
                    .map(ProcessDrawingTest::box)
                    .toList();
            List<Line2D> lines = file.elements(SequenceFlow.class)
                    .flatMap(ProcessDrawingTest::lines)
                    .toList();
            List<Rectangle2D> labels = file.elements(BpmnLabel.class)
                    .filter(label -> label.getBounds() != null)
                    .map(label -> rectangle(label.getBounds()))
                    .toList();
            return labels.stream()
                    .filter(label -> shapes.stream().anyMatch(label::intersects)
                            || lines.stream().anyMatch(line -> line.intersects(label))
                            || labels.stream().anyMatch(other -> other != label && other.intersects(label)))
                    .map(label -> file.path() + " " + label);
        });
    }

    @Test
    void linesDoNotCross() {
        assertNone(file -> pairs(file.elements(SequenceFlow.class).toList())
                .filter(pair ->
                        lines(pair.one()).anyMatch(line -> lines(pair.other()).anyMatch(line::intersectsLine)))
                .map(pair ->
                        file.at(pair.one().getId()) + " and " + pair.other().getId()));
    }

    private void assertNone(Function<ProcessFile, Stream<String>> findings) {
        assertThat(processes.stream().flatMap(findings)).isEmpty();
    }

    private record Pair<T>(T one, T other) {}

    private static <T> Stream<Pair<T>> pairs(List<T> all) {
        return IntStream.range(0, all.size()).boxed().flatMap(i -> all.subList(i + 1, all.size()).stream()
                .map(other -> new Pair<>(all.get(i), other)));
    }

    /** A boundary event sits on its task, the content of a sub-process within it. */
    private static boolean belongTogether(FlowNode one, FlowNode other) {
        return one.getParentElement() == other
                || other.getParentElement() == one
                || one instanceof BoundaryEvent event && event.getAttachedTo().equals(other)
                || other instanceof BoundaryEvent reverse
                        && reverse.getAttachedTo().equals(one);
    }

    private static Rectangle2D frame(FlowNode node) {
        return node.getParentElement() instanceof FlowNode parent
                ? box(parent)
                : new Rectangle2D.Double(0, 0, 4000, 4000);
    }

    private static Rectangle2D box(FlowNode node) {
        return rectangle(((BpmnShape) node.getDiagramElement()).getBounds());
    }

    private static Rectangle2D rectangle(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    private static Stream<Line2D> lines(SequenceFlow flow) {
        var points = new ArrayList<Waypoint>(flow.getDiagramElement().getWaypoints());
        return IntStream.range(1, points.size())
                .mapToObj(i -> new Line2D.Double(
                        points.get(i - 1).getX(),
                        points.get(i - 1).getY(),
                        points.get(i).getX(),
                        points.get(i).getY()));
    }
}
