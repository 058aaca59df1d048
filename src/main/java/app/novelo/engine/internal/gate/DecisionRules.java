package app.novelo.engine.internal.gate;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a decision table may hold: FEEL and nothing else, and at least the columns that the live table has. */
final class DecisionRules {

    private static final Pattern FEEL =
            Pattern.compile("feel|https?://www\\.omg\\.org/spec/(FEEL/\\d+|DMN/\\d+/FEEL/?)", Pattern.CASE_INSENSITIVE);

    /** FEEL can name Java methods: {@code function(x) external {java: …}}; a comment may stand anywhere. */
    private static final Pattern EXTERNAL = Pattern.compile("\\bexternal\\b\\s*(\\{|/[*/])");

    private final XmlFile file;
    private final Function<String, Optional<XmlFile>> live;

    /** @param live the newest live version of a decision, by its key */
    DecisionRules(XmlFile file, Function<String, Optional<XmlFile>> live) {
        this.file = file;
        this.live = live;
    }

    List<Finding> findings() {
        return Stream.concat(
                        file.tags().stream().flatMap(DecisionRules::findings),
                        file.named("decision").flatMap(this::lost))
                .distinct()
                .toList();
    }

    private static Stream<Finding> findings(Tag tag) {
        var language = tag.attribute("expressionLanguage")
                .filter(name -> !FEEL.matcher(name).matches())
                .map(name -> "expressions are written in FEEL, not in " + name);
        var text = tag.text().toString();
        var code = PlainExpression.isIn(text) || EXTERNAL.matcher(text).find()
                ? Optional.of("a FEEL expression may neither hold ${…} nor name Java")
                : Optional.<String>empty();
        var imported =
                tag.is("import") ? Optional.of("nothing may be imported from elsewhere") : Optional.<String>empty();
        return Stream.of(language, code, imported)
                .flatMap(Optional::stream)
                .map(reason -> new Finding(tag.id(), reason));
    }

    private Stream<Finding> lost(Tag decision) {
        var key = decision.id();
        return live.apply(key).stream()
                .flatMap(before -> Stream.concat(
                        lost(key, "input", inputs(before, key), inputs(file, key)),
                        lost(key, "output", outputs(before, key), outputs(file, key))));
    }

    private static Stream<Finding> lost(String key, String what, Set<String> before, Collection<String> after) {
        return before.stream()
                .filter(column -> !after.contains(column))
                .map(column -> new Finding(
                        key, what + " \"" + column + "\" is missing; processes rely on it. New columns may be added"));
    }

    private static Set<String> inputs(XmlFile file, String decision) {
        return within(file, decision, "text")
                .filter(text -> text.isIn("inputExpression"))
                .map(text -> text.text().toString().strip())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> outputs(XmlFile file, String decision) {
        return within(file, decision, "output")
                .flatMap(output -> output.attribute("name").stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Tag> within(XmlFile file, String decision, String name) {
        return file.named(name).filter(tag -> tag.ancestors()
                .anyMatch(above -> above.is("decision")
                        && above.attribute("id").filter(decision::equals).isPresent()));
    }
}
