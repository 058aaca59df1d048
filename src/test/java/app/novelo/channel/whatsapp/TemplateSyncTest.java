package app.novelo.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.channel.whatsapp.TemplateLedger.Change;
import app.novelo.channel.whatsapp.TemplateLedger.What;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our copies of the templates follow what Meta has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // one database
class TemplateSyncTest {

    private static final String REMINDER =
            "{'id':'1','name':'reminder','language':'pt_BR','status':'%s','category':'UTILITY','parameter_format':'NAMED','quality_score':{'score':'%s'},"
                    + "'components':[{'type':'BODY','text':'%s','example':{'body_text_named_params':[{'param_name':'name','example':'%s'}]}}]}";
    private static final String OFFER =
            "{'id':2,'name':'offer','language':'en','status':'REJECTED','rejected_reason':'PROMOTIONAL','category':'MARKETING','components':[{'type':'BODY','text':'Buy'}]}";

    private final TemplateTables tables = new TemplateTables();
    private StubGraph graph = new StubGraph();
    private TemplateSync sync = tables.sync(graph);

    TemplateSyncTest() throws IOException {}

    @BeforeEach
    void wanted() throws IOException {
        tables.empty();
        graph = new StubGraph();
        sync = tables.sync(graph);
        tables.wanted.wantAll();
    }

    @AfterEach
    void close() {
        graph.close();
    }

    private static String reminder(String status, String quality, String body) {
        return REMINDER.formatted(status, quality, body, "Ana");
    }

    @Test
    void bringsAllPages() {
        graph.answers("{'data':[" + reminder("APPROVED", "GREEN", "Oi {{name}}!")
                        + "],'paging':{'cursors':{'after':'a b'},'next':'https://example.org/?access_token=t'}}")
                .answers("{'data':[" + OFFER + "],'paging':{'cursors':{'after':'c'}}}");

        assertThat(sync.one()).isTrue();

        assertThat(graph.requests()).hasSize(2).allSatisfy(request -> assertThat(request.path())
                .startsWith("900/message_templates?fields=id,name,"));
        assertThat(graph.last().path()).endsWith("&after=a+b");
        assertThat(graph.last().headers().get("Authorization")).containsExactly("Bearer token");
        var reminder = tables.copies.find("900", "reminder", "pt_BR").orElseThrow();
        assertThat(reminder.shown().isUsable()).isTrue();
        assertThat(reminder.shown().variables()).containsExactly("name");
        assertThat(reminder.meta().quality()).isEqualTo("GREEN");
        var offer = tables.copies.find("900", "offer", "en").orElseThrow();
        assertThat(offer.shown().whyNot()).isEqualTo("not-approved");
        assertThat(offer.meta().rejectedReason()).isEqualTo("PROMOTIONAL");
        assertThat(tables.wanted.states()).singleElement().satisfies(state -> {
            assertThat(state.waits()).isFalse();
            assertThat(state.syncedAt()).isEqualTo(tables.now());
        });
    }

    @Test
    void tellsWhatHasChangedAndOnlyThat() {
        var known = tables.given(reminder("APPROVED", "GREEN", "Oi {{name}}!"));
        graph.answers("{'data':[" + reminder("PAUSED", "RED", "Olá {{name}}!") + "]}");

        sync.one();

        assertThat(tables.events)
                .containsExactly("template.changed STATUS", "template.changed QUALITY", "template.changed CONTENT");
        assertThat(tables.ledger.history(known.id()))
                .extracting(Change::what)
                .containsExactly(What.CONTENT, What.QUALITY, What.STATUS, What.CREATED);
        assertThat(tables.ledger.history(known.id()).get(2))
                .isEqualTo(new Change(tables.now(), What.STATUS, "APPROVED", "PAUSED", null, null));
    }

    /** The examples of a file are addresses that live for a while. */
    @Test
    void takesOtherExamplesForNoChange() {
        tables.given(REMINDER.formatted("APPROVED", "GREEN", "Oi {{name}}!", "Ana"));
        graph.answers("{'data':[" + REMINDER.formatted("APPROVED", "GREEN", "Oi {{name}}!", "Bia") + "]}");

        sync.one();

        assertThat(tables.events).isEmpty();
    }

    @Test
    void marksWhatIsGoneAndKeepsIt() {
        var known = tables.given(reminder("APPROVED", "GREEN", "Oi {{name}}!"));
        graph.answers("{'data':[]}");

        sync.one();

        assertThat(tables.fresh(known).meta().status()).isEqualTo("DELETED");
        assertThat(tables.fresh(known).approvedAt()).isEqualTo(tables.now());
        assertThat(tables.events).containsExactly("template.changed STATUS");
    }

    @Test
    void findsADeletedOneThatWasMadeAnew() {
        var known = tables.given(reminder("DELETED", "UNKNOWN", "Oi {{name}}!"));
        graph.answers(
                "{'data':[" + reminder("PENDING", "UNKNOWN", "Oi {{name}}!").replace("'id':'1'", "'id':'9'") + "]}");

        sync.one();

        assertThat(tables.fresh(known).meta().providerId()).isEqualTo("9");
        assertThat(tables.fresh(known).meta().status()).isEqualTo("PENDING");
        assertThat(tables.fresh(known).approvedAt()).isNull();
    }

    /** Half a list taken for the whole would delete the rest. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "<html>",
                "",
                "{'data':{}}",
                "{'data':[],'paging':{'cursors':{'after':'a'},'next':'https://x'}}"
            })
    void believesNoAnswerOfAnotherShape(String answer) {
        var known = tables.given(reminder("APPROVED", "GREEN", "Oi {{name}}!"));
        graph.answers(answer).answers("{'data':[],'paging':{'cursors':{'after':'a'},'next':'https://x'}}");

        sync.one();

        assertThat(tables.fresh(known).meta().status()).isEqualTo("APPROVED");
        assertThat(tables.wanted.states()).singleElement().satisfies(state -> assertThat(state.problem())
                .isEqualTo("IOException"));
    }

    @Test
    void triesAgainLaterWhatMetaRefuses() {
        graph.answers(400, "{'error':{'code':80007,'message':'m'}}");

        assertThat(sync.one()).isTrue();

        assertThat(tables.wanted.states()).singleElement().satisfies(state -> {
            assertThat(state.problem()).isEqualTo("code 80007");
            assertThat(state.waits()).isTrue();
        });
        assertThat(sync.one()).as("not at once").isFalse();
        tables.wanted.wantNow();
        graph.answers("{'data':[]}");
        assertThat(sync.one()).as("a person waits").isTrue();
        assertThat(tables.wanted.states().get(0).problem()).isNull();
    }

    @Test
    void beginsAnewWithABadCursor() {
        graph.answers("{'data':[],'paging':{'cursors':{'after':'a'},'next':'https://x'}}")
                .answers(400, "{'error':{'code':131059}}")
                .answers("{'data':[" + OFFER + "]}");

        sync.one();

        assertThat(tables.copies.find("900", "offer", "en")).isPresent();
    }

    @Test
    void knowsThatAWebhookIsNewerThanThePullThatHadBegunBefore() {
        var known = tables.given(reminder("APPROVED", "GREEN", "Oi {{name}}!"));
        var claim = tables.wanted.claim().orElseThrow();
        tables.ledger.become(known, known.meta().withStatus("PAUSED", null), null, null);

        assertThat(tables.copies.untouchedSince("900", claim.begunAt())).isEmpty();
    }

    @Test
    void runsOnceForManyWishesAndAgainForOneThatCameMeanwhile() {
        tables.wanted.wantAll();
        var claim = tables.wanted.claim().orElseThrow();
        assertThat(tables.wanted.claim()).as("somebody is at it").isEmpty();

        tables.wanted.want("900");
        tables.wanted.done(claim);

        assertThat(tables.wanted.states().get(0).waits()).isTrue();
        tables.wanted.wantNow();
        tables.wanted.done(tables.wanted.claim().orElseThrow());
        assertThat(tables.wanted.states().get(0).waits()).isFalse();
    }

    @Test
    void pullsNothingOfAccountsThatAreNoneOfOurs() {
        tables.wanted.want("666");

        assertThat(tables.wanted.states())
                .extracting(WantedSyncs.State::account)
                .containsExactly("900");
    }

    @Test
    void passesOverWhatHasNoName() {
        graph.answers("{'data':[{'id':'3'},7,null," + OFFER + "]}");

        sync.one();

        assertThat(tables.copies.find("900", "offer", "en")).isPresent();
        assertThat(tables.jdbc
                        .sql("select count(*) from channel.template")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    /** PostgreSQL takes no NUL, and a template of tomorrow may have parts that nobody knows. */
    @Test
    void keepsWhateverStandsInATemplate() {
        graph.answers("{'data':[{'id':'4','name':'odd','language':'x','status':'APPROVED','category':'NEW',"
                + "'components':[{'type':'BODY','text':'a\\u0000b'},{'type':'CAROUSEL','cards':[]}]}]}");

        sync.one();

        var odd = tables.copies.find("900", "odd", "x").orElseThrow();
        assertThat(odd.shown().whyNot()).isEqualTo("unsupported");
        assertThat(List.of(odd.form().body().source())).containsExactly("a\uFFFDb");
    }
}
