package app.novelo.lead.internal;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@code lead-score.dmn} wants to know of a lead, in the order in which it is asked. */
enum Criterion {
    NEED("need"),
    TIMELINE("timeline"),
    BUDGET("budget"),
    DECISION_MAKER("decisionMaker"),
    COMPANY_SIZE("companySize");

    private final String id;

    Criterion(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    /** @return key of the question in the text catalogue */
    String question() {
        return "lead.ask." + id;
    }

    /** @return what is offered to choose from, as the template "Ask the customer" reads it; null: he writes */
    @Nullable
    String answers() {
        var answers = ANSWERS.get(this);
        return answers == null
                ? null
                : answers.keySet().stream()
                        .map(answer -> answer + " = lead.answer." + answer)
                        .collect(Collectors.joining(";"));
    }

    /** @return what he means by an answer that was offered */
    Optional<String> meaning(String answer) {
        return Optional.ofNullable(ANSWERS.get(this)).map(answers -> answers.get(answer));
    }

    static Optional<Criterion> of(@Nullable String id) {
        return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
    }

    /**
     * @param value as people or the process have written it down
     * @return as the table reads it; null if it is nothing of that kind
     */
    @Nullable
    Object read(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return switch (this) {
                case NEED -> value.strip();
                case TIMELINE -> TIMELINES.contains(value) ? value : null;
                case BUDGET -> amount(new BigDecimal(value));
                case DECISION_MAKER -> YES_OR_NO.contains(value) ? Boolean.valueOf(value) : null;
                case COMPANY_SIZE -> count(Integer.parseInt(value));
            };
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Double amount(BigDecimal amount) {
        return amount.signum() < 0 || amount.compareTo(MOST_MONEY) > 0 ? null : Double.valueOf(amount.doubleValue());
    }

    private static @Nullable Integer count(int people) {
        return people < 0 ? null : Integer.valueOf(people);
    }

    /** What is offered, in its order, and what it counts as: of a range a sum within. */
    private static final Map<Criterion, Map<String, String>> ANSWERS = Map.of(
            TIMELINE, inOrder("now", "now", "month", "month", "later", "later"),
            BUDGET, inOrder("upTo2", "1500", "upTo10", "5000", "above10", "15000"),
            DECISION_MAKER, inOrder("decides", "true", "together", "false"),
            COMPANY_SIZE, inOrder("alone", "1", "upTo49", "10", "above50", "50"));

    private static Map<String, String> inOrder(String... answersAndMeanings) {
        var all = new LinkedHashMap<String, String>();
        for (int i = 0; i < answersAndMeanings.length; i += 2) {
            all.put(answersAndMeanings[i], answersAndMeanings[i + 1]);
        }
        return all;
    }

    static final List<String> TIMELINES = List.of("now", "month", "quarter", "later");
    private static final List<String> YES_OR_NO = List.of("true", "false");

    /** What the column holds. */
    static final BigDecimal MOST_MONEY = new BigDecimal("999999999999.99");
}
