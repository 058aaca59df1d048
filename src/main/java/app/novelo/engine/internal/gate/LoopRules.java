package app.novelo.engine.internal.gate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Refuses loops in which nothing waits. Whatever drives a case into one would go round in a single transaction for ever, and a
 * few customers would hold all threads that take messages in.
 */
final class LoopRules {

    /** A called process is not known here; it is taken to wait. */
    private static final Set<String> WAITING =
            Set.of("userTask", "receiveTask", "eventBasedGateway", "callActivity", "intermediateCatchEvent");

    /** What a step throws while it is entered; timers and messages come from outside. */
    private static final Set<String> THROWN = Set.of("errorEventDefinition", "escalationEventDefinition");

    private static final int MOST_NAMED = 5;

    private final XmlFile file;
    private final Set<String> waiting;
    private final Map<String, List<String>> next = new HashMap<>();
    private final Map<String, List<String>> previous = new HashMap<>();

    LoopRules(XmlFile file) {
        this.file = file;
        var links = file.named("linkEventDefinition").map(Tag::parent).collect(Collectors.toSet());
        waiting = file.tags().stream()
                .filter(tag -> waits(tag) && !links.contains(tag))
                .flatMap(tag -> Stream.concat(Stream.of(tag), tag.ancestors()))
                .flatMap(tag -> tag.attribute("id").stream())
                .collect(Collectors.toSet());
        file.named("sequenceFlow").forEach(flow -> connect(flow, "sourceRef", "targetRef"));
        file.tags().stream()
                .filter(tag -> THROWN.contains(tag.name()) && tag.isIn("boundaryEvent"))
                .flatMap(tag -> Stream.ofNullable(tag.parent()))
                .forEach(event -> connect(event, "attachedToRef", "id"));
        connectLinks();
    }

    private static boolean waits(Tag tag) {
        return WAITING.contains(tag.name())
                || tag.attribute("type").filter("external"::equals).isPresent()
                || tag.attribute("asyncBefore").filter("true"::equals).isPresent()
                || tag.attribute("asyncAfter").filter("true"::equals).isPresent();
    }

    private void connect(Tag tag, String from, String to) {
        tag.attribute(from).ifPresent(source -> tag.attribute(to).ifPresent(target -> connect(source, target)));
    }

    private void connect(String source, String target) {
        if (!waiting.contains(source) && !waiting.contains(target)) {
            next.computeIfAbsent(source, id -> new ArrayList<>()).add(target);
            previous.computeIfAbsent(target, id -> new ArrayList<>()).add(source);
        }
    }

    /** A link goes on where its name is caught. */
    private void connectLinks() {
        var caught = links("intermediateCatchEvent")
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
        links("intermediateThrowEvent").forEach(thrown -> {
            var target = caught.get(thrown.getKey());
            if (target != null) {
                connect(thrown.getValue(), target);
            }
        });
    }

    /** @return name of the link, id of the event */
    private Stream<Map.Entry<String, String>> links(String event) {
        return file.named("linkEventDefinition")
                .filter(definition -> definition.isIn(event))
                .map(definition -> Map.entry(
                        definition.attribute("name").orElse(""),
                        definition.ancestors().findFirst().orElse(definition).id()));
    }

    Stream<Finding> findings() {
        var loop = withoutEnds(next, previous, withoutEnds(previous, next, all()));
        if (loop.isEmpty()) {
            return Stream.empty();
        }
        var named = loop.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return Stream.of(new Finding(
                loop.iterator().next(),
                "nothing waits in this loop (" + named + "), so it would never end; put a task for a person, a timer, a"
                        + " message or an external task into it"));
    }

    private Set<String> all() {
        return file.tags().stream()
                .flatMap(tag -> tag.attribute("id").stream())
                .filter(id -> next.containsKey(id) || previous.containsKey(id))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** @return {@code steps} without those that lead, over whatever way, nowhere but to an end */
    private static Set<String> withoutEnds(
            Map<String, List<String>> ahead, Map<String, List<String>> back, Set<String> steps) {
        var open = new HashMap<String, Integer>();
        var ends = new ArrayDeque<String>();
        for (var step : steps) {
            int ways = (int) ahead.getOrDefault(step, List.of()).stream()
                    .filter(steps::contains)
                    .count();
            open.put(step, ways);
            if (ways == 0) {
                ends.add(step);
            }
        }
        var left = new LinkedHashSet<>(steps);
        while (!ends.isEmpty()) {
            var end = ends.remove();
            left.remove(end);
            for (var step : back.getOrDefault(end, List.of())) {
                if (open.containsKey(step) && open.merge(step, -1, Integer::sum) == 0) {
                    ends.add(step);
                }
            }
        }
        return left;
    }
}
