package app.novelo.lead.internal;

import app.novelo.casework.NextSteps;
import app.novelo.platform.BadRequest;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a person changes of a lead, as JSON: a field that is left out stays, one that is null is forgotten. */
@Component
class LeadPatch {

    private static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_NAME = 200;
    private static final List<String> NAMES = List.of("product");
    private static final List<String> TEXTS =
            List.of("products", "competitors", "decisionMakers", "objections", "nextStep");
    private static final List<String> OTHERS = List.of("value", "currency", "probability", "nextStepAt", "criteria");

    private final LeadRepository leads;
    private final LeadRows rows;
    private final LeadCriteria criteria;
    private final LeadRating rating;
    private final NextSteps steps;
    private final DealMoney money;
    private final Clock clock;

    LeadPatch(
            LeadRepository leads,
            LeadRows rows,
            LeadCriteria criteria,
            LeadRating rating,
            NextSteps steps,
            DealMoney money,
            Clock clock) {
        this.leads = leads;
        this.rows = rows;
        this.criteria = criteria;
        this.rating = rating;
        this.steps = steps;
        this.money = money;
        this.clock = clock;
    }

    /**
     * @param by user id
     * @throws BadRequest naming the field that cannot be taken; nothing has changed then
     */
    void apply(Lead lead, JsonNode patch, String by) {
        describe(lead, patch, by);
        planned(lead, patch);
        if (patch.has("criteria")) {
            rating.anew(lead);
        }
    }

    /** As {@link #apply}, of one whose process has not begun: nothing is planned for it yet, and its process will rate it. */
    void describe(Lead lead, JsonNode patch, String by) {
        refuseUnknown(patch);
        var text = text(lead.text(), patch);
        if (!Objects.equals(text.product(), lead.text().product())) {
            refuseSecond(lead, text.product());
        }
        lead.describe(text);
        worth(lead, patch);
        if (patch.has("probability")) {
            lead.expect(percent(patch.get("probability")));
        }
        lead.moved(clock.instant());
        leads.saveAndFlush(lead);
        if (patch.has("criteria")) {
            learn(lead, patch.get("criteria"), by);
        }
    }

    private void refuseSecond(Lead lead, @Nullable String product) {
        if (product != null) {
            rows.lockCustomer(lead.customer());
            rows.openOf(lead.customer(), product)
                    .filter(other -> !other.equals(lead.getId()))
                    .filter(other -> product.equalsIgnoreCase(productOf(other)))
                    .ifPresent(other -> {
                        throw new LeadExists(other);
                    });
        }
    }

    private @Nullable String productOf(String number) {
        return leads.findById(number).map(other -> other.text().product()).orElse(null);
    }

    private static void refuseUnknown(JsonNode patch) {
        if (!patch.isObject()) {
            throw new BadRequest("body", "an object with the fields to change");
        }
        patch.fieldNames().forEachRemaining(name -> {
            if (!NAMES.contains(name) && !TEXTS.contains(name) && !OTHERS.contains(name)) {
                throw new BadRequest(name, "is no field of a lead that can be changed");
            }
        });
    }

    private static LeadText text(LeadText before, JsonNode patch) {
        return new LeadText(
                text(patch, "product", before.product(), LONGEST_NAME),
                text(patch, "products", before.products(), LONGEST_TEXT),
                text(patch, "competitors", before.competitors(), LONGEST_TEXT),
                text(patch, "decisionMakers", before.decisionMakers(), LONGEST_TEXT),
                text(patch, "objections", before.objections(), LONGEST_TEXT),
                text(patch, "nextStep", before.nextStep(), LONGEST_TEXT));
    }

    private static @Nullable String text(JsonNode patch, String name, @Nullable String before, int longest) {
        var told = patch.get(name);
        if (told == null) {
            return before;
        }
        if (told.isNull()) {
            return null;
        }
        if (!told.isTextual()
                || told.asText().length() > longest
                || told.asText().indexOf('\0') >= 0) {
            throw new BadRequest(name, "a text of at most " + longest + " characters");
        }
        return told.asText().isBlank() ? null : told.asText().strip();
    }

    private void worth(Lead lead, JsonNode patch) {
        var value = patch.get("value");
        var told = patch.path("currency");
        if (value == null && told.isMissingNode()) {
            return;
        }
        if (!told.isMissingNode() && !told.isNull() && !told.isTextual()) {
            throw new BadRequest("currency", "three letters of ISO 4217");
        }
        var currency = money.currency(told.isTextual() ? told.asText() : null, lead.currency());
        if (value == null) {
            lead.worth(lead.value(), currency);
        } else if (value.isNull()) {
            lead.worth(null, null);
        } else if (value.isNumber()) {
            lead.worth(money.amount(value.decimalValue()), currency);
        } else {
            throw new BadRequest("value", "a number such as 1234.56, without a currency in it");
        }
    }

    private static @Nullable Integer percent(JsonNode told) {
        if (told.isNull()) {
            return null;
        }
        if (!told.isInt() || told.asInt() < 0 || told.asInt() > 100) {
            throw new BadRequest("probability", "a whole number from 0 to 100");
        }
        return told.asInt();
    }

    private void planned(Lead lead, JsonNode patch) {
        var told = patch.get("nextStepAt");
        if (told == null) {
            return;
        }
        if (told.isNull()) {
            steps.done(lead.getId(), LeadRest.BY_HAND);
            return;
        }
        var at = instant(told.asText());
        if (!at.isAfter(clock.instant())) {
            throw new BadRequest("nextStepAt", "lies in the past");
        }
        steps.plan(lead.getId(), new NextSteps.Step(LeadRest.BY_HAND, LeadRest.BY_HAND, at));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new BadRequest("nextStepAt", "a moment such as 2026-12-01T15:00:00Z");
        }
    }

    private void learn(Lead lead, JsonNode told, String by) {
        if (!told.isObject()) {
            throw new BadRequest("criteria", "an object with what is known");
        }
        told.properties().forEach(field -> {
            var criterion = Criterion.of(field.getKey())
                    .orElseThrow(() -> new BadRequest("criteria", "nothing is called " + field.getKey()));
            var value = field.getValue().isNull() ? null : field.getValue().asText();
            if (value != null && (criterion.read(value) == null || value.length() > LONGEST_TEXT)) {
                throw new BadRequest("criteria." + criterion.id(), "is nothing of that kind");
            }
            criteria.add(lead.getId(), new LeadCriteria.Known(criterion.id(), value, "agent", by, clock.instant()));
        });
    }
}
