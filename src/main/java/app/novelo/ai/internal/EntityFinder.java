package app.novelo.ai.internal;

import app.novelo.ai.Entity;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Finds facts in a text by rules. Where two overlap, the rule that proves more (check digits, then shape) wins. */
@Component
class EntityFinder {

    /** The longest text message WhatsApp delivers; bounds the work for anything longer. */
    private static final int LONGEST = 4096;

    private static final Pattern STACKED_MARKS = Pattern.compile("\\p{M}{3,}");

    private final List<EntityRule> rules;

    EntityFinder(Clock clock, @Value("${novelo.time-zone:America/Sao_Paulo}") ZoneId zone) {
        rules = List.of(
                DocumentRules.email(),
                DocumentRules.cnpj(),
                DocumentRules.cpf(),
                DocumentRules.card(),
                new MoneyRule(),
                DocumentRules.order(),
                new PhoneRule(),
                new DateRule(clock, zone));
    }

    /** In the order of the text. Card numbers are left out: nobody may work with them. */
    List<Entity> in(String text) {
        return withCards(text).stream()
                .filter(entity -> !entity.type().equals(DocumentRules.CARD))
                .toList();
    }

    /** The same with card numbers, for masking. */
    List<Entity> withCards(String text) {
        var excerpt = withoutStackedMarks(text.substring(0, Math.min(text.length(), LONGEST)));
        var found = new ArrayList<Entity>();
        for (var rule : rules) {
            rule.in(excerpt)
                    .filter(entity -> found.stream().noneMatch(other -> overlap(entity, other)))
                    .forEach(found::add);
        }
        found.sort(Comparator.comparingInt(Entity::start));
        return List.copyOf(found);
    }

    /** Same length. A word boundary after a mark looks back for its letter, so a pile of marks would cost its square. */
    private static String withoutStackedMarks(String text) {
        return STACKED_MARKS.matcher(text).replaceAll(marks -> " "
                .repeat(marks.group().length()));
    }

    private static boolean overlap(Entity one, Entity other) {
        return one.start() < other.end() && other.start() < one.end();
    }
}
