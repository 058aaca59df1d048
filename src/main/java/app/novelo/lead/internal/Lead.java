package app.novelo.lead.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** What only a lead has. */
@Entity
@DynamicUpdate // who has it and how much was said is written beside us
@Table(schema = "lead", name = "lead")
class Lead implements Persistable<String> {

    @Id
    private String number = "";

    private UUID customer = NOBODY;

    private UUID conversation = NOBODY;

    private String queue = "";

    private @Nullable String owner;

    @Enumerated(EnumType.STRING)
    private Stage stage = Stage.NEW;

    @Column(name = "stage_since")
    private Instant stageSince = Instant.EPOCH;

    @Column(name = "moved_at")
    private Instant movedAt = Instant.EPOCH;

    private String source = "";

    @Column(name = "source_detail")
    private @Nullable String sourceDetail;

    private @Nullable String product;

    private @Nullable BigDecimal value;

    private @Nullable String currency;

    private @Nullable Integer probability;

    private @Nullable Integer score;

    private @Nullable String grade;

    private int engagement;

    private @Nullable String products;

    private @Nullable String competitors;

    @Column(name = "decision_makers")
    private @Nullable String decisionMakers;

    private @Nullable String objections;

    @Column(name = "next_step")
    private @Nullable String nextStep;

    @Column(name = "lost_reason")
    private @Nullable String lostReason;

    @Column(name = "lost_to")
    private @Nullable String lostTo;

    @Column(name = "put_off_until")
    private @Nullable Instant putOffUntil;

    private boolean welcomed;

    private int asked;

    @Column(name = "follow_ups")
    private int followUps;

    private boolean refused;

    @Column(name = "opened_at")
    private Instant openedAt = Instant.EPOCH;

    @Column(name = "contacted_at")
    private @Nullable Instant contactedAt;

    @Column(name = "qualified_at")
    private @Nullable Instant qualifiedAt;

    @Column(name = "opportunity_at")
    private @Nullable Instant opportunityAt;

    @Column(name = "proposal_at")
    private @Nullable Instant proposalAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @Version
    private @Nullable Integer version;

    private static final UUID NOBODY = new UUID(0, 0);

    protected Lead() {}

    Lead(String number, UUID customer, UUID conversation, String queue, Source from, Instant now) {
        this.number = number;
        this.customer = customer;
        this.conversation = conversation;
        this.queue = queue;
        this.source = from.name();
        this.sourceDetail = from.detail();
        this.openedAt = now;
        this.stageSince = now;
        this.movedAt = now;
    }

    /** @return whether it was in another stage before */
    boolean reach(Stage next, Instant at) {
        if (stage == next) {
            return false;
        }
        stage = next;
        stageSince = at;
        movedAt = at;
        switch (next) {
            case CONTACTED -> contactedAt = contactedAt == null ? at : contactedAt;
            case QUALIFIED -> qualifiedAt = qualifiedAt == null ? at : qualifiedAt;
            case OPPORTUNITY -> {
                qualifiedAt = qualifiedAt == null ? at : qualifiedAt;
                opportunityAt = opportunityAt == null ? at : opportunityAt;
            }
            case PROPOSAL -> proposalAt = at;
            case WON, LOST -> closedAt = at;
            default -> {}
        }
        return true;
    }

    void moved(Instant at) {
        movedAt = at;
    }

    void rated(@Nullable Integer points, @Nullable String by) {
        score = points;
        grade = by;
    }

    void worth(@Nullable BigDecimal money, @Nullable String in) {
        value = money;
        currency = in;
    }

    void lost(String reason, @Nullable String to) {
        lostReason = reason;
        lostTo = to;
    }

    void putOff(@Nullable Instant until) {
        putOffUntil = until;
    }

    void describe(LeadText text) {
        product = text.product();
        products = text.products();
        competitors = text.competitors();
        decisionMakers = text.decisionMakers();
        objections = text.objections();
        nextStep = text.nextStep();
    }

    LeadText text() {
        return new LeadText(product, products, competitors, decisionMakers, objections, nextStep);
    }

    void expect(@Nullable Integer percent) {
        probability = percent;
    }

    void welcome() {
        welcomed = true;
    }

    void askedOnce() {
        asked++;
    }

    void refuses() {
        refused = true;
    }

    UUID customer() {
        return customer;
    }

    UUID conversation() {
        return conversation;
    }

    Stage stage() {
        return stage;
    }

    Instant stageSince() {
        return stageSince;
    }

    Instant movedAt() {
        return movedAt;
    }

    String source() {
        return source;
    }

    @Nullable
    String sourceDetail() {
        return sourceDetail;
    }

    @Nullable
    BigDecimal value() {
        return value;
    }

    @Nullable
    String currency() {
        return currency;
    }

    @Nullable
    Integer probability() {
        return probability;
    }

    @Nullable
    Integer score() {
        return score;
    }

    @Nullable
    String grade() {
        return grade;
    }

    int engagement() {
        return engagement;
    }

    @Nullable
    String lostReason() {
        return lostReason;
    }

    @Nullable
    String lostTo() {
        return lostTo;
    }

    @Nullable
    Instant putOffUntil() {
        return putOffUntil;
    }

    boolean isWelcomed() {
        return welcomed;
    }

    int asked() {
        return asked;
    }

    boolean isRefusing() {
        return refused;
    }

    Milestones milestones() {
        return new Milestones(contactedAt, qualifiedAt, opportunityAt, proposalAt, closedAt);
    }

    /** When it came so far first. */
    record Milestones(
            @Nullable Instant contactedAt,
            @Nullable Instant qualifiedAt,
            @Nullable Instant opportunityAt,
            @Nullable Instant proposalAt,
            @Nullable Instant closedAt) {}

    @Override
    public String getId() {
        return number;
    }

    @Override
    public boolean isNew() {
        return version == null;
    }
}
