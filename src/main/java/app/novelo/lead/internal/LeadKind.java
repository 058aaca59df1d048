package app.novelo.lead.internal;

import app.novelo.ai.Intent;
import app.novelo.casework.CaseCommand;
import app.novelo.casework.CaseKind;
import app.novelo.casework.NextSteps;
import app.novelo.conversation.Conversations;
import app.novelo.engine.Var;
import app.novelo.platform.NoveloSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Numbers of leads: {@code L-<year>-<at least six digits>}, the year in the company's time zone. */
@Component
class LeadKind implements CaseKind {

    static final String PREFIX = "L-";

    /** What people who sell have an answer to; whatever is unclear is theirs, too. */
    private static final Set<String> CONCERNS = Set.of(Intent.PURCHASE.id(), Intent.OTHER.id());

    private final LeadRepository leads;
    private final LeadRows rows;
    private final LeadCriteria criteria;
    private final Conversations conversations;
    private final LostReasons reasons;
    private final Clock clock;
    private final ZoneId zone;

    LeadKind(
            LeadRepository leads,
            LeadRows rows,
            LeadCriteria criteria,
            Conversations conversations,
            LostReasons reasons,
            Clock clock,
            NoveloSettings settings) {
        this.leads = leads;
        this.rows = rows;
        this.criteria = criteria;
        this.conversations = conversations;
        this.reasons = reasons;
        this.clock = clock;
        this.zone = settings.timeZone();
    }

    @Override
    public String kind() {
        return LeadProcess.KIND;
    }

    @Override
    public String nextNumber(Instant at) {
        return PREFIX + "%d-%06d".formatted(at.atZone(zone).getYear(), leads.nextNumber());
    }

    @Override
    public List<String> workElements() {
        return List.of(LeadProcess.CONTACT, LeadProcess.PREPARE, LeadProcess.NEGOTIATE);
    }

    @Override
    public Var.Value[] fields(String element, CaseCommand command) {
        if (command instanceof CaseCommand.Resolve resolve) {
            return new Var.Value[] {
                LeadProcess.OUTCOME.of(LeadProcess.IS_LOST),
                LeadProcess.LOST_REASON.of(reasons.required(resolve.reason()))
            };
        }
        if (command instanceof CaseCommand.Snooze snooze) {
            return new Var.Value[] {
                LeadProcess.OUTCOME.of(LeadProcess.PUT_OFF),
                LeadProcess.PUT_OFF_UNTIL.of(snooze.until().toString())
            };
        }
        return new Var.Value[] {LeadProcess.OUTCOME.of(LeadProcess.WAITING)};
    }

    @Override
    public void merged(String number) {
        leads.findById(number).ifPresent(lead -> {
            lead.lost(LostReasons.DUPLICATE, null);
            lead.reach(Stage.LOST, clock.instant());
        });
    }

    @Override
    public boolean concerns(String intent) {
        return CONCERNS.contains(intent);
    }

    /** Two of his conversations may tell the same wish at the same moment. */
    @Override
    public Optional<String> alreadyOpen(UUID conversation) {
        var customer = conversations.required(conversation).customer();
        rows.lockCustomer(customer);
        var open = rows.openOf(customer, null);
        open.ifPresent(number -> rows.movedTo(number, conversation));
        return open;
    }

    @Override
    public void held(String number, String queue, @Nullable String owner) {
        rows.held(number, queue, owner);
    }

    @Override
    public void planned(String number, NextSteps.Step step) {
        if (step.what().equals("followUp")) {
            rows.followedUp(number);
        }
    }

    @Override
    public Map<String, @Nullable Object> facts(String number) {
        var facts = new HashMap<String, @Nullable Object>();
        leads.findById(number).ifPresent(lead -> {
            facts.put("source", lead.source());
            facts.put("engagement", lead.engagement());
            facts.put("score", lead.score());
            facts.put("grade", lead.grade());
            facts.put("stage", lead.stage().id());
            facts.put("product", lead.text().product());
        });
        criteria.of(number).forEach((criterion, known) -> facts.put(criterion.id(), criterion.read(known.value())));
        return facts;
    }
}
