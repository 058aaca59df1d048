package app.novelo.engine.internal.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An expression that names and compares, and calls nothing: dotted names, literals, comparisons, {@code and}, {@code or},
 * {@code not}, {@code empty}, parentheses.
 *
 * <p>What is not matched here is refused, so it need not know the rest of the language.
 */
final class PlainExpression {

    private static final Pattern WHOLE = Pattern.compile("\\s*[$#]\\{(.*)}\\s*", Pattern.DOTALL);
    private static final Pattern START = Pattern.compile("[$#]\\{");
    private static final Pattern TOKEN =
            Pattern.compile("\\G\\s*(?:(?<literal>'[^'\\\\]*'|\"[^\"\\\\]*\"|\\d+(?:\\.\\d+)?)"
                    + "|(?<word>[A-Za-z_]\\w*)|(?<sign>&&|\\|\\||[=!<>]=|[<>!().\\[\\]]))");

    private static final Set<String> LITERALS = Set.of("true", "false", "null");
    private static final Set<String> COMPARE =
            Set.of("==", "!=", "<", ">", "<=", ">=", "eq", "ne", "lt", "gt", "le", "ge");

    /** These lead from a variable into the engine and the Java machine. */
    private static final Set<String> FORBIDDEN_ROOTS = Set.of(
            "execution",
            "task",
            "caseExecution",
            "externalTask",
            "processEngine",
            "processEngineServices",
            "connector");

    private static final String FORBIDDEN_PART = "class";

    private final List<String> tokens;
    private final Predicate<String> beans;
    private int next;

    private PlainExpression(List<String> tokens, Predicate<String> beans) {
        this.tokens = tokens;
        this.beans = beans;
    }

    static boolean isIn(String text) {
        return START.matcher(text).find();
    }

    /**
     * @param text of an attribute or element that holds {@code ${} or {@code #{}
     * @param beans tells names that are no variables
     * @return why it is refused
     */
    static Optional<String> refusal(String text, Predicate<String> beans) {
        var whole = WHOLE.matcher(text);
        if (!whole.matches() || isIn(whole.group(1))) {
            return Optional.of("text and expression are mixed in \"" + text.strip() + "\"; use one expression alone");
        }
        var tokens = tokens(whole.group(1));
        if (tokens == null || !new PlainExpression(tokens, beans).isPlain()) {
            return Optional.of(
                    "the expression " + text.strip()
                            + " may only name variables and compare them (a.b, a == 'x', a and b, not a); it may not call or compute");
        }
        return Optional.empty();
    }

    /** @return the one name in {@code #{name}}, if it is no more than that */
    static Optional<String> soleName(String text) {
        var whole = WHOLE.matcher(text);
        return whole.matches() && whole.group(1).strip().matches("[A-Za-z_]\\w*")
                ? Optional.of(whole.group(1).strip())
                : Optional.empty();
    }

    private static @Nullable List<String> tokens(String expression) {
        var tokens = new ArrayList<String>();
        var token = TOKEN.matcher(expression);
        int end = 0;
        while (token.find()) {
            tokens.add(token.group().strip());
            end = token.end();
        }
        return expression.substring(end).isBlank() ? tokens : null;
    }

    private boolean isPlain() {
        return tokens.size() <= 100 && any() && next == tokens.size();
    }

    private boolean any() {
        boolean plain = comparison();
        while (plain && take(Set.of("and", "&&", "or", "||"))) {
            plain = comparison();
        }
        return plain;
    }

    private boolean comparison() {
        if (take(Set.of("not", "!", "empty"))) {
            return comparison();
        }
        return operand() && (!take(COMPARE) || operand());
    }

    private boolean operand() {
        if (take(Set.of("("))) {
            return any() && take(Set.of(")"));
        }
        var token = peek();
        next++;
        return isLiteral(token) || isName(token) && !FORBIDDEN_ROOTS.contains(token) && !beans.test(token) && path();
    }

    private boolean path() {
        while (true) {
            if (take(Set.of("."))) {
                var part = peek();
                next++;
                if (!isName(part) || part.equals(FORBIDDEN_PART)) {
                    return false;
                }
            } else if (take(Set.of("["))) {
                var index = peek();
                next++;
                if (!index.matches("\\d{1,4}") || !take(Set.of("]"))) {
                    return false;
                }
            } else {
                return true;
            }
        }
    }

    private static boolean isLiteral(String token) {
        return LITERALS.contains(token) || token.matches("['\"\\d].*");
    }

    private static boolean isName(String token) {
        return token.matches("[A-Za-z_]\\w*");
    }

    private boolean take(Set<String> wanted) {
        boolean found = wanted.contains(peek());
        if (found) {
            next++;
        }
        return found;
    }

    private String peek() {
        return next < tokens.size() ? tokens.get(next) : "";
    }
}
