package app.novelo.sandbox.internal;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The variables in a template's text: {@code {{1}}} or {@code {{name}}}. */
final class TemplateVariables {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]*");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern AT_AN_EDGE = Pattern.compile("^\\s*\\{\\{[^{}]*}}|\\{\\{[^{}]*}}\\s*$");
    private static final Pattern SIDE_BY_SIDE = Pattern.compile("}}\\s*\\{\\{");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private TemplateVariables() {}

    /** @return each once, in the order in which they come */
    static List<String> in(String text) {
        return VARIABLE.matcher(text)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }

    /** @return whether braces are left that make no variable */
    static boolean hasStrayBraces(String text) {
        var rest = VARIABLE.matcher(text).replaceAll("");
        return rest.contains("{{") || rest.contains("}}");
    }

    static boolean isAtAnEdge(String text) {
        return AT_AN_EDGE.matcher(text).find();
    }

    static boolean areSideBySide(String text) {
        return SIDE_BY_SIDE.matcher(text).find();
    }

    /** Meta does not say how many words a variable needs; two is what it is reported to ask for. */
    static boolean areTooMany(String text) {
        long words =
                WORD.matcher(VARIABLE.matcher(text).replaceAll(" ")).results().count();
        return words < 2L * in(text).size();
    }

    static boolean areInOrder(List<String> numbers) {
        for (int i = 1; i <= numbers.size(); i++) {
            if (!numbers.contains(Integer.toString(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean fit(Template.Format format, List<String> variables) {
        var pattern = format == Template.Format.NAMED ? NAME : NUMBER;
        return variables.stream().allMatch(name -> pattern.matcher(name).matches());
    }

    /** @param value of a variable */
    static String fill(String text, UnaryOperator<String> value) {
        return VARIABLE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(value.apply(match.group(1))));
    }
}
