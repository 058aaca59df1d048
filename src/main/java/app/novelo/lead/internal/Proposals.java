package app.novelo.lead.internal;

import app.novelo.casework.CaseFile;
import app.novelo.casework.Cases;
import app.novelo.engine.Turns;
import app.novelo.lead.internal.ProposalRows.Terms;
import app.novelo.platform.Caller;
import app.novelo.platform.Events;
import app.novelo.platform.Wakeups;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is offered: files on the lead, each newer one a version. What the newest costs, the lead is worth. */
@Component
class Proposals {

    private final Turns turns;
    private final Cases cases;
    private final LeadService leads;
    private final LeadRepository repository;
    private final ProposalRows rows;
    private final ProposalFiles files;
    private final DealMoney money;
    private final Events events;
    private final Wakeups wakeups;

    Proposals(
            Turns turns,
            Cases cases,
            LeadService leads,
            LeadRepository repository,
            ProposalRows rows,
            ProposalFiles files,
            DealMoney money,
            Events events,
            Wakeups wakeups) {
        this.turns = turns;
        this.cases = cases;
        this.leads = leads;
        this.repository = repository;
        this.rows = rows;
        this.files = files;
        this.money = money;
        this.events = events;
        this.wakeups = wakeups;
    }

    /** Where the bytes come from. */
    interface Source {
        InputStream open() throws IOException;
    }

    /**
     * Stores the bytes outside of the case's turn, which others wait for.
     *
     * @param message that has carried the file
     * @throws MoveRefused {@code over}
     */
    void add(Caller caller, CaseFile file, String name, Source source, @Nullable UUID message, Terms terms)
            throws IOException {
        refuseOver(file.number());
        var told = terms.value() == null
                ? terms
                : new Terms(money.amount(terms.value()), terms.currency(), terms.validUntil());
        var kept = files.keep(file.number(), name, caller.id(), source);
        boolean added = false;
        try {
            turns.inTurn(file.turn(), () -> added(file.number(), kept, message, told));
            added = true;
        } finally {
            if (!added) {
                files.forget(kept.id());
            }
        }
        wakeups.signal(ProposalLoop.TOPIC);
    }

    private void added(String number, ProposalFiles.Kept kept, @Nullable UUID message, Terms terms) {
        refuseOver(number);
        var lead = leads.required(number);
        var currency = terms.value() == null ? null : money.currency(terms.currency(), lead.currency());
        rows.arrived(
                kept.id(), kept.type(), kept.size(), message, new Terms(terms.value(), currency, terms.validUntil()));
        if (terms.value() != null) {
            lead.worth(terms.value(), currency);
            repository.saveAndFlush(lead);
        }
        events.append("case.changed", Map.of("case", number));
    }

    private void refuseOver(String number) {
        if (cases.find(number).filter(found -> found.closedAt() == null).isEmpty()) {
            throw new MoveRefused("over", "this lead is over");
        }
    }
}
