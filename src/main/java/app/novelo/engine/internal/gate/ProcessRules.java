package app.novelo.engine.internal.gate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a process may hold. Element and attribute names are Camunda's. */
final class ProcessRules {

    private static final Map<String, String> REFUSED_ELEMENTS = Map.of(
            "scriptTask", "scripts are not run; use a decision table or a step that exists",
            "script", "scripts are not run; use a decision table or a step that exists",
            "connector", "connectors are not run; use an external task with a known topic",
            "field", "fields cannot be injected into steps; use input parameters or extension properties",
            "import", "nothing may be imported from elsewhere");

    private static final String NO_CLASS = "Java classes cannot be named; use delegateExpression with a known step";
    private static final String NO_SCRIPT = "scripts are not run; write a plain expression";

    private static final Map<String, String> REFUSED_ATTRIBUTES = Map.of(
            "class", NO_CLASS,
            "variableMappingClass", NO_CLASS,
            "formHandlerClass", NO_CLASS,
            "variableMappingDelegateExpression", "variables of a called process are mapped by in and out parameters",
            "resource", NO_SCRIPT,
            "language", NO_SCRIPT,
            "scriptFormat", NO_SCRIPT,
            "formKey", "name a Camunda Form (formRef, binding latest) instead of a form key");

    /** How a called process gets the case's number; Modeler offers it as a checkbox. It reads a text and nothing else. */
    private static final Pattern OWN_BUSINESS_KEY = Pattern.compile("[$#]\\{execution\\.processBusinessKey}");

    private static final Set<String> LISTENERS = Set.of("executionListener", "taskListener");

    private final XmlFile file;
    private final Vocabulary vocabulary;

    ProcessRules(XmlFile file, Vocabulary vocabulary) {
        this.file = file;
        this.vocabulary = vocabulary;
    }

    List<Finding> findings() {
        return Stream.of(
                        file.tags().stream().flatMap(this::findings),
                        new MessageRules(file, vocabulary).findings(),
                        new LoopRules(file).findings())
                .flatMap(findings -> findings)
                .distinct()
                .toList();
    }

    private Stream<Finding> findings(Tag tag) {
        return Stream.of(
                        refusedElement(tag),
                        refusedAttributes(tag),
                        names(tag),
                        expressions(tag),
                        bindings(tag),
                        validators(tag))
                .flatMap(reasons -> reasons)
                .map(reason -> new Finding(tag.id(), reason));
    }

    private static Stream<String> refusedElement(Tag tag) {
        return Optional.ofNullable(REFUSED_ELEMENTS.get(tag.name())).stream();
    }

    private static Stream<String> refusedAttributes(Tag tag) {
        return REFUSED_ATTRIBUTES.entrySet().stream()
                .filter(refused -> tag.attribute(refused.getKey()).isPresent())
                .map(refused -> "attribute \"" + refused.getKey() + "\": " + refused.getValue());
    }

    private Stream<String> names(Tag tag) {
        return Stream.of(
                        tag.attribute("delegateExpression").flatMap(bean -> unknownBean(tag, bean)),
                        tag.attribute("topic").flatMap(this::unknownTopic),
                        tag.attribute("type")
                                .filter(type -> isTask(tag) && !type.equals("external"))
                                .map(type -> "type \"" + type + "\" is not run; only external is"))
                .flatMap(Optional::stream);
    }

    private static boolean isTask(Tag tag) {
        return tag.name().endsWith("Task") || tag.name().endsWith("EventDefinition");
    }

    private Optional<String> unknownBean(Tag tag, String expression) {
        var known = LISTENERS.contains(tag.name()) ? vocabulary.listeners() : vocabulary.delegates();
        return PlainExpression.soleName(expression).filter(known::contains).isPresent()
                ? Optional.empty()
                : Optional.of(expression + " is no step that exists; docs/model-names.md lists them");
    }

    private Optional<String> unknownTopic(String topic) {
        return vocabulary.topics().contains(topic)
                ? Optional.empty()
                : Optional.of("nobody works on topic \"" + topic + "\"; docs/model-names.md lists the topics");
    }

    /** Anywhere: the engine evaluates names, documentation, dates and much else that does not look like it. */
    private Stream<String> expressions(Tag tag) {
        var attributes = tag.attributes().entrySet().stream()
                .filter(attribute -> !attribute.getKey().equals("delegateExpression"))
                .filter(attribute -> !isOwnBusinessKey(tag, attribute))
                .map(Map.Entry::getValue);
        return Stream.concat(attributes, Stream.of(tag.text().toString()))
                .filter(PlainExpression::isIn)
                .flatMap(text -> PlainExpression.refusal(text, vocabulary::isBean).stream());
    }

    private static boolean isOwnBusinessKey(Tag tag, Map.Entry<String, String> attribute) {
        return tag.is("in")
                && attribute.getKey().equals("businessKey")
                && OWN_BUSINESS_KEY.matcher(attribute.getValue()).matches();
    }

    /** Files are deployed one by one: a binding to the same deployment finds nothing. */
    private static Stream<String> bindings(Tag tag) {
        return tag.attributes().entrySet().stream()
                .filter(attribute -> attribute.getKey().endsWith("Binding"))
                .filter(attribute -> !attribute.getValue().equals("latest"))
                .map(attribute -> attribute.getKey() + " must be latest");
    }

    private static Stream<String> validators(Tag tag) {
        return tag.is("constraint")
                        && tag.attribute("name").filter("validator"::equals).isPresent()
                ? Stream.of(NO_CLASS)
                : Stream.empty();
    }
}
