package app.novelo.lead.internal;

import app.novelo.ai.Intent;
import app.novelo.casework.CaseActs.Act;
import app.novelo.casework.CaseFile;
import app.novelo.casework.CaseSorting;
import app.novelo.casework.CaseSorting.NewCase;
import app.novelo.casework.Cases;
import app.novelo.conversation.Conversations;
import app.novelo.engine.Turns;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Caller;
import app.novelo.platform.Events;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people do with leads outside the forms: each act in the case's turn. */
@Component
class LeadDesk {

    private final Turns turns;
    private final Cases cases;
    private final CaseSorting sorting;
    private final Conversations conversations;
    private final LeadOpening opening;
    private final LeadService leads;
    private final LeadRows rows;
    private final LeadPatch patches;
    private final Events events;

    LeadDesk(
            Turns turns,
            Cases cases,
            CaseSorting sorting,
            Conversations conversations,
            LeadOpening opening,
            LeadService leads,
            LeadRows rows,
            LeadPatch patches,
            Events events) {
        this.turns = turns;
        this.cases = cases;
        this.sorting = sorting;
        this.conversations = conversations;
        this.opening = opening;
        this.leads = leads;
        this.rows = rows;
        this.patches = patches;
        this.events = events;
    }

    /**
     * @param queue null: the table {@code routing} decides
     * @param source null: the agent who opens it
     * @param fields as a change takes them; null = none
     */
    record Wanted(
            @Nullable String queue,
            @Nullable String source,
            @Nullable String sourceDetail,
            @Nullable String note,
            @Nullable JsonNode fields) {}

    /**
     * @return its number
     * @throws LeadExists if he has an open one of that product
     */
    String open(Caller caller, UUID conversation, Wanted wanted) {
        var source = source(caller, wanted);
        var product =
                wanted.fields() == null ? null : wanted.fields().path("product").asText(null);
        var found = conversations.required(conversation);
        return sorting.open(
                caller,
                new NewCase(
                        LeadProcess.KIND,
                        conversation,
                        wanted.queue(),
                        Intent.PURCHASE.id(),
                        List.of(),
                        Act.note(wanted.note())),
                number -> {
                    rows.lockCustomer(found.customer());
                    rows.openOf(found.customer(), product).ifPresent(open -> {
                        throw new LeadExists(open);
                    });
                    var lead = opening.prepare(number, conversations.required(conversation), source);
                    if (wanted.fields() != null) {
                        patches.describe(lead, wanted.fields(), caller.id());
                    }
                });
    }

    private static Source source(Caller caller, Wanted wanted) {
        if (wanted.source() == null) {
            return new Source("agent", caller.id());
        }
        if (!Source.NAMES.contains(wanted.source())) {
            throw new BadRequest("source", "one of " + String.join(", ", Source.NAMES));
        }
        return new Source(wanted.source(), wanted.sourceDetail());
    }

    void change(Caller caller, CaseFile file, JsonNode patch) {
        turns.inTurn(file.turn(), () -> {
            if (cases.find(file.number())
                    .filter(found -> found.closedAt() == null)
                    .isEmpty()) {
                throw new MoveRefused("over", "this lead is over");
            }
            patches.apply(leads.required(file.number()), patch, caller.id());
            events.append("case.changed", Map.of("case", file.number()));
        });
    }
}
