package app.novelo.engine.internal.gate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may be started and woken by which message. A second process that starts with {@code ticket.requested} cannot be
 * deployed beside the first, and a message that two places catch fails the customer's next message.
 */
final class MessageRules {

    private static final String OPENED = "conversation.opened";
    private static final String INTAKE = "intake";
    private static final String REQUESTED = ".requested";
    private static final String REPLIED = "case.customerReplied";

    private final XmlFile file;
    private final Vocabulary vocabulary;
    private final Map<String, String> names = new HashMap<>();

    /** Of events, by the event: looked up for each receiver, and a file of 2 MB may have tens of thousands. */
    private final Map<Tag, String> references = new HashMap<>();

    MessageRules(XmlFile file, Vocabulary vocabulary) {
        this.file = file;
        this.vocabulary = vocabulary;
        file.named("message").forEach(message -> message.attribute("id")
                .ifPresent(id -> names.put(id, message.attribute("name").orElse(""))));
        file.named("messageEventDefinition").forEach(this::noteReference);
    }

    private void noteReference(Tag definition) {
        var event = definition.parent();
        if (event != null) {
            definition.attribute("messageRef").ifPresent(reference -> references.putIfAbsent(event, reference));
        }
    }

    Stream<Finding> findings() {
        return Stream.of(reservedKeys(), computedNames(), starts(), catches(), both())
                .flatMap(findings -> findings);
    }

    private Stream<Finding> reservedKeys() {
        return file.named("process")
                .filter(process -> vocabulary.ownedByCode().contains(process.id()))
                .map(process -> new Finding(process.id(), "this process belongs to the release; choose another id"));
    }

    private Stream<Finding> computedNames() {
        return file.named("message")
                .filter(message ->
                        message.attribute("name").filter(PlainExpression::isIn).isPresent())
                .map(message -> new Finding(message.id(), "the name of a message must be written out"));
    }

    private Stream<Finding> starts() {
        return receivers().filter(MessageRules::startsProcess).flatMap(start -> {
            var process = start.parent() == null ? "" : start.parent().id();
            var name = name(start);
            boolean own = name.equals(OPENED) && process.equals(INTAKE) || name.equals(process + REQUESTED);
            return own
                    ? Stream.empty()
                    : Stream.of(new Finding(
                            start.id(),
                            "a process \"" + process + "\" may be started by message \"" + process + REQUESTED
                                    + "\" only, not by \"" + name + "\""));
        });
    }

    private Stream<Finding> catches() {
        return receivers()
                .filter(receiver -> !startsProcess(receiver))
                .filter(receiver -> isReserved(receiver, name(receiver)))
                .map(receiver -> new Finding(
                        receiver.id(),
                        name(receiver).equals(REPLIED)
                                ? "\"" + REPLIED
                                        + "\" is caught only by a non-interrupting event sub-process of the whole"
                                        + " process; a step waits for a message of its own"
                                : "\"" + name(receiver) + "\" starts processes and cannot be waited for"));
    }

    private static boolean isReserved(Tag receiver, String name) {
        return name.equals(OPENED)
                || name.endsWith(REQUESTED)
                || name.equals(REPLIED) && !isWholeCaseSubProcess(receiver);
    }

    private static boolean isWholeCaseSubProcess(Tag receiver) {
        return receiver.is("startEvent")
                && receiver.attribute("isInterrupting").filter("false"::equals).isPresent()
                && receiver.isIn("subProcess")
                && receiver.ancestors()
                        .skip(1)
                        .findFirst()
                        .filter(tag -> tag.is("process"))
                        .isPresent();
    }

    private Stream<Finding> both() {
        Set<String> started =
                receivers().filter(MessageRules::startsProcess).map(this::name).collect(Collectors.toSet());
        return receivers()
                .filter(receiver -> !startsProcess(receiver) && started.contains(name(receiver)))
                .map(receiver -> new Finding(
                        receiver.id(),
                        "\"" + name(receiver) + "\" starts this process and cannot be waited for as well"));
    }

    /** Events and tasks that a message reaches. */
    private Stream<Tag> receivers() {
        return Stream.concat(
                file.named("messageEventDefinition")
                        .map(Tag::parent)
                        .filter(event -> event != null && !event.name().endsWith("ThrowEvent") && !event.is("endEvent"))
                        .map(java.util.Objects::requireNonNull),
                file.named("receiveTask")
                        .filter(task -> task.attribute("messageRef").isPresent()));
    }

    private static boolean startsProcess(Tag receiver) {
        return receiver.is("startEvent") && receiver.isIn("process");
    }

    private String name(Tag receiver) {
        return receiver.attribute("messageRef")
                .or(() -> Optional.ofNullable(references.get(receiver)))
                .map(ref -> names.getOrDefault(ref.substring(ref.indexOf(':') + 1), ""))
                .orElse("");
    }
}
