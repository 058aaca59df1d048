package app.novelo.engine.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.jspecify.annotations.Nullable;

/**
 * Answers the cells that most tables are made of by itself: a plain name, a text, a list of texts or all but those, a
 * number to compare with, true and false. Anything else, and any value but text, number, truth and null, goes to the FEEL
 * engine, which builds all its functions anew for each cell (measured: an eighth of what a new conversation costs).
 */
class PlainFeel implements FeelEngine {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern TEXT = Pattern.compile("\"([^\"\\\\]*)\"");
    private static final Pattern TEXTS = Pattern.compile(TEXT + "(\\s*,\\s*" + TEXT + ")*");
    private static final Pattern COMPARISON = Pattern.compile("(<=|>=|<|>|)\\s*(\\d{1,9}(?:\\.\\d{1,9})?)");
    private static final Pattern ALL_BUT_TEXTS = Pattern.compile("not\\(\\s*(" + TEXTS + ")\\s*\\)");

    /** Short enough for the type that the engine answers with. */
    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");

    /** Names that FEEL reads as something else. */
    private static final Set<String> WORDS = Set.of(
            "and",
            "between",
            "context",
            "date",
            "duration",
            "else",
            "every",
            "external",
            "false",
            "for",
            "function",
            "if",
            "in",
            "instance",
            "not",
            "null",
            "of",
            "or",
            "return",
            "satisfies",
            "some",
            "then",
            "time",
            "true");

    private final FeelEngine all;
    private final Map<String, List<String>> texts = new ConcurrentHashMap<>();

    PlainFeel(FeelEngine all) {
        this.all = all;
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"
    }) // the caller knows what the expression yields, null included, as with the engine
    public <T> T evaluateSimpleExpression(String expression, VariableContext context) {
        var cell = expression.strip();
        var text = TEXT.matcher(cell);
        if (text.matches()) {
            return (T) text.group(1);
        }
        if (WHOLE_NUMBER.matcher(cell).matches()) {
            return (T) Long.valueOf(cell);
        }
        if (isName(cell) && context.containsVariable(cell)) {
            var value = value(cell, context);
            if (isPlain(value)) {
                return (T) value;
            }
        }
        return all.evaluateSimpleExpression(expression, context);
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String expression, String inputVariable, VariableContext context) {
        var cell = expression.strip();
        var input = context.containsVariable(inputVariable) ? value(inputVariable, context) : this;
        if (input instanceof Boolean && (cell.equals("true") || cell.equals("false"))) {
            return input.equals(Boolean.valueOf(cell));
        }
        if (input instanceof Number number && isFinite(number)) {
            var comparison = COMPARISON.matcher(cell);
            if (comparison.matches()) {
                return compares(number, comparison.group(1), new BigDecimal(comparison.group(2)));
            }
        }
        if ((input == null || input instanceof String) && TEXTS.matcher(cell).matches()) {
            return isAmong(input, cell);
        }
        if ((input == null || input instanceof String)
                && ALL_BUT_TEXTS.matcher(cell).matches()) {
            return !isAmong(input, cell);
        }
        return all.evaluateSimpleUnaryTests(expression, inputVariable, context);
    }

    private static boolean isFinite(Number number) {
        return number instanceof Integer || number instanceof Long || number instanceof Double d && Double.isFinite(d);
    }

    private static boolean compares(Number input, String how, BigDecimal with) {
        int order = new BigDecimal(input.toString()).compareTo(with);
        return switch (how) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            default -> order == 0;
        };
    }

    private boolean isAmong(@Nullable Object input, String cell) {
        return input != null && texts.computeIfAbsent(cell, PlainFeel::texts).contains(input);
    }

    private static boolean isName(String cell) {
        return NAME.matcher(cell).matches() && !WORDS.contains(cell);
    }

    private static boolean isPlain(@Nullable Object value) {
        return value == null || value instanceof String || value instanceof Boolean;
    }

    private static @Nullable Object value(String name, VariableContext context) {
        var typed = context.resolve(name);
        return typed == null ? null : typed.getValue();
    }

    private static List<String> texts(String cell) {
        return TEXT.matcher(cell).results().map(found -> found.group(1)).toList();
    }
}
