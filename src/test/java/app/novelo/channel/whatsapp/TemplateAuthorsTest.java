package app.novelo.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.novelo.channel.ChannelMedia.Upload;
import app.novelo.channel.whatsapp.TemplateLedger.Change;
import app.novelo.channel.whatsapp.TemplateLedger.What;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Caller;
import app.novelo.platform.NotFound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates are made, changed and deleted at Meta, and our copies know it at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // one database
class TemplateAuthorsTest {

    private static final Caller MARTA = new Caller("marta", "Marta", Set.of("managers"));
    private static final String HELLO =
            "{'name':'hello','language':'pt_BR','category':'UTILITY','body':'Olá {{1}}, podemos continuar?','examples':{'1':'Ana'}}";
    private static final String CREATED = "{'id':'77','status':'PENDING','category':'%s'}";
    private static final String STORED =
            "{'id':'77','name':'hello','language':'%s','status':'%s','category':'UTILITY','components':[{'type':'BODY','text':'Olá {{1}}, podemos continuar?'}]}";

    @TempDir
    static Path folder;

    private final TemplateTables tables = new TemplateTables();
    private final UUID picture = UUID.randomUUID();
    private String mimeType = "image/png";
    private StubGraph graph = new StubGraph();
    private TemplateAuthors authors = authors();

    TemplateAuthorsTest() throws IOException {}

    @BeforeEach
    void begin() throws IOException {
        tables.empty();
        graph = new StubGraph();
        authors = authors();
        Files.write(folder.resolve("a.png"), new byte[] {1, 2, 3});
    }

    @AfterEach
    void close() {
        graph.close();
    }

    private TemplateAuthors authors() {
        return new TemplateAuthors(
                graph.calls(),
                new HeaderHandles(graph.calls(), (caller, id) -> Optional.of(id)
                        .filter(picture::equals)
                        .map(known -> new Upload(folder.resolve("a.png"), mimeType, "a b.png"))),
                tables.copies,
                tables.ledger,
                new TemplateHistoryLimits(tables.copies, tables.ledger, tables.clock),
                tables.wanted,
                tables.lines,
                tables.transactions);
    }

    private StoredTemplate creates(String wish) {
        return tables.copies.find(authors.create(MARTA, wish(wish))).orElseThrow();
    }

    private TemplateWish wish(String text) {
        return tables.json.convertValue(tables.read(text), TemplateWish.class);
    }

    @Test
    void isHandedInAndPending() {
        graph.answers(CREATED.formatted("UTILITY"));

        var created = creates(HELLO);

        assertThat(graph.last().method() + " " + graph.last().path()).isEqualTo("POST 900/message_templates");
        assertThat(tables.read(graph.last().body()))
                .isEqualTo(
                        tables.read(
                                """
                                {'name':'hello','language':'pt_BR','category':'UTILITY','parameter_format':'positional',
                                 'components':[{'type':'BODY','text':'Olá {{1}}, podemos continuar?','example':{'body_text':[['Ana']]}}]}"""));
        assertThat(created.meta().providerId()).isEqualTo("77");
        assertThat(created.meta().status()).isEqualTo("PENDING");
        assertThat(created.shown().whyNot()).isEqualTo("not-approved");
        assertThat(tables.ledger.history(created.id()))
                .containsExactly(new Change(tables.now(), What.CREATED, null, "PENDING", null, "marta"));
        assertThat(tables.events).containsExactly("template.changed CREATED");
    }

    /** Meta makes marketing of what it takes for advertising. */
    @Test
    void hasTheCategoryThatMetaGivesIt() {
        graph.answers(CREATED.formatted("MARKETING"));

        assertThat(creates(HELLO).meta().category()).isEqualTo("MARKETING");
    }

    @Test
    void isWrittenAsMetaWantsIt() {
        graph.answers(CREATED.formatted("UTILITY"));

        creates(
                """
                {'name':'whole','language':'de','category':'UTILITY','header':{'type':'TEXT','text':'Termin {{nr}}'},
                 'body':'Hallo {{name}}, am {{day}} kommen wir.','footer':'Praxis','buttons':[{'type':'QUICK_REPLY','text':'Ja'},
                 {'type':'URL','text':'Ort','value':'https://e.org/{{1}}'},{'type':'PHONE_NUMBER','text':'Ruf','value':'+4930123456'},
                 {'type':'COPY_CODE'}],'examples':{'header.nr':'7','name':'Ana','day':'Di','button.1':'a','button.3':'X'}}""");

        assertThat(tables.read(graph.last().body()).path("parameter_format").asText())
                .isEqualTo("named");
        assertThat(tables.read(graph.last().body()).path("components"))
                .isEqualTo(
                        tables.read(
                                """
                                [{'type':'HEADER','format':'TEXT','text':'Termin {{nr}}','example':{'header_text_named_params':[{'param_name':'nr','example':'7'}]}},
                                 {'type':'BODY','text':'Hallo {{name}}, am {{day}} kommen wir.','example':{'body_text_named_params':[
                                  {'param_name':'name','example':'Ana'},{'param_name':'day','example':'Di'}]}},
                                 {'type':'FOOTER','text':'Praxis'},{'type':'BUTTONS','buttons':[{'type':'QUICK_REPLY','text':'Ja'},
                                  {'type':'URL','text':'Ort','url':'https://e.org/{{1}}','example':['https://e.org/a']},
                                  {'type':'PHONE_NUMBER','text':'Ruf','phone_number':'+4930123456'},{'type':'COPY_CODE','example':'X'}]}]"""));
    }

    @Test
    void leavesTheWordsOfACodeToMeta() {
        graph.answers(CREATED.formatted("AUTHENTICATION"));

        creates(
                "{'name':'code','language':'pt_BR','category':'AUTHENTICATION','authentication':{'securityRecommendation':true,'expiresInMinutes':10}}");

        assertThat(tables.read(graph.last().body()).path("components"))
                .isEqualTo(
                        tables.read(
                                """
                                [{'type':'BODY','add_security_recommendation':true},{'type':'FOOTER','code_expiration_minutes':10},
                                 {'type':'BUTTONS','buttons':[{'type':'OTP','otp_type':'COPY_CODE'}]}]"""));
    }

    @Test
    void showsMetaTheFileThatMayStandAbove() {
        graph.answers("{'id':'upload:MTphd==?sig=ARZ'}")
                .answers("{'h':'4::aW'}")
                .answers(CREATED.formatted("MARKETING"));

        creates(
                "{'name':'p','language':'pt_BR','category':'MARKETING','header':{'type':'IMAGE','media':'%s'},'body':'Veja.'}"
                        .formatted(picture));

        assertThat(graph.requests())
                .extracting(StubGraph.Request::path)
                .containsExactly(
                        "app/uploads?file_name=a+b.png&file_length=3&file_type=image%2Fpng",
                        "upload:MTphd==?sig=ARZ", "900/message_templates");
        assertThat(graph.requests().get(1).body()).isEqualTo("\u0001\u0002\u0003");
        assertThat(graph.requests().get(1).headers().get("File_offset")).containsExactly("0");
        assertThat(tables.read(graph.last().body())
                        .at("/components/0/example/header_handle/0")
                        .asText())
                .isEqualTo("4::aW");
    }

    @Test
    void refusesAFileThatCannotStandThere() {
        var wish =
                "{'name':'p','language':'pt_BR','category':'MARKETING','header':{'type':'%s','media':'%s'},'body':'Veja.'}";

        assertThat(refusal(wish.formatted("VIDEO", picture))).isEqualTo("header.media");
        assertThat(refusal(wish.formatted("IMAGE", UUID.randomUUID()))).isEqualTo("header.media");
        assertThat(refusal(wish.formatted("IMAGE", "x"))).isEqualTo("header.media");
        assertThat(graph.requests()).isEmpty();
    }

    /** What Meta calls a session becomes a path: it leads nowhere else. */
    @ParameterizedTest
    @ValueSource(strings = {"", "upload:../../me", "../secret", "upload:a/../b", "upload:a#b", "https://example.org"})
    void goesNowhereElseWithAFile(String session) {
        graph.answers("{'id':'" + session + "'}");

        assertThatThrownBy(() -> creates(
                        "{'name':'p','language':'pt_BR','category':'MARKETING','header':{'type':'IMAGE','media':'%s'},'body':'Veja.'}"
                                .formatted(picture)))
                .isInstanceOf(MetaAway.class);
        assertThat(graph.requests()).hasSize(1);
    }

    private String refusal(String wish) {
        var refused = catchThrowableOfType(BadRequest.class, () -> creates(wish));
        return String.valueOf(refused.toDetail().getProperties().get("field"));
    }

    @Test
    void passesMetasRefusalOn() {
        graph.answers(
                400,
                "{'error':{'code':100,'error_subcode':2388293,'message':'Invalid parameter','error_user_title':'t','error_user_msg':'Too many variables.'}}");

        var refused = catchThrowableOfType(TemplateRefused.class, () -> creates(HELLO));

        assertThat(refused.getMessage()).isEqualTo("Too many variables.");
        assertThat(refused.toDetail().getStatus()).isEqualTo(422);
        assertThat(refused.toDetail().getProperties())
                .containsEntry("code", 100)
                .containsEntry("subcode", 2388293);
        assertThat(tables.copies.find("900", "hello", "pt_BR")).isEmpty();
    }

    /** It may be there nevertheless. */
    @ParameterizedTest
    @ValueSource(strings = {"<html>", "{}", "[]"})
    void isLookedForWhereNobodyKnowsWhetherItWasMade(String answer) {
        graph.answers(answer);

        assertThatThrownBy(() -> creates(HELLO)).isInstanceOf(MetaAway.class);

        assertThat(tables.wanted.states()).singleElement().matches(WantedSyncs.State::waits);
    }

    @Test
    void isMadeForTheAccountThatIsNamed() {
        assertThat(refusal(HELLO.replace("'name'", "'account':'901','name'"))).isEqualTo("account");
        assertThat(refusal(HELLO.replace("'name'", "'line':'x','name'"))).isEqualTo("line");
        graph.answers(CREATED.formatted("UTILITY"));
        assertThat(creates(HELLO.replace("'name'", "'line':'" + TemplateTables.LINE.id() + "','name'"))
                        .account())
                .isEqualTo("900");
    }

    @Test
    void isCalledAsNoneIsCalledYet() {
        tables.given(STORED.formatted("pt_BR", "REJECTED"));

        assertThat(refusal(HELLO)).isEqualTo("language");
        assertThat(refusal(HELLO.replace("pt_BR", "en").replace("UTILITY", "MARKETING")))
                .isEqualTo("category");
        graph.answers(CREATED.formatted("UTILITY"));
        assertThat(creates(HELLO.replace("pt_BR", "en")).meta().language()).isEqualTo("en");
    }

    /** Its name rests for thirty days, if Meta had ever approved it. */
    @Test
    void isNotCalledAsOneThatWasDeletedNotLongAgo() {
        var deleted = tables.given(STORED.formatted("pt_BR", "APPROVED"));
        tables.ledger.become(deleted, deleted.meta().withStatus("DELETED", null), null, null);
        assertThat(refusal(HELLO)).isEqualTo("name");
        tables.given(STORED.formatted("en", "APPROVED"));
        assertThat(refusal(HELLO)).as("there is one in another language").isEqualTo("language");

        tables.passes(Duration.ofDays(30));

        graph.answers(CREATED.formatted("UTILITY"));
        var created = creates(HELLO);
        assertThat(created.id()).as("its history goes on").isEqualTo(deleted.id());
        assertThat(created.meta().status()).isEqualTo("PENDING");
    }

    @Test
    void mayBeCalledAsOneThatWasDeletedWithoutHavingBeenApproved() {
        var deleted = tables.given(STORED.formatted("pt_BR", "REJECTED"));
        tables.ledger.become(deleted, deleted.meta().withStatus("DELETED", null), null, null);
        graph.answers(CREATED.formatted("UTILITY"));

        assertThatCode(() -> creates(HELLO)).doesNotThrowAnyException();
    }

    private static final String NEW_WORDS = "{'body':'Oi {{1}}, podemos continuar?','examples':{'1':'Ana'}}";

    private void edits(StoredTemplate template) {
        graph.answers("{'success':true}");
        authors.edit(MARTA, tables.fresh(template), wish(NEW_WORDS));
    }

    @Test
    void isChangedAsAWholeAndNotSentUntilItHasBeenCompared() {
        var template = tables.given(STORED.formatted("pt_BR", "APPROVED"));

        edits(template);

        assertThat(graph.last().path()).isEqualTo("77");
        assertThat(tables.read(graph.last().body()))
                .isEqualTo(
                        tables.read(
                                "{'components':[{'type':'BODY','text':'Oi {{1}}, podemos continuar?','example':{'body_text':[['Ana']]}}]}"));
        assertThat(tables.fresh(template).shown().whyNot()).isEqualTo("outdated");
        assertThat(tables.wanted.states()).singleElement().matches(WantedSyncs.State::waits);
        assertThat(tables.ledger.history(template.id()).get(0))
                .isEqualTo(new Change(tables.now(), What.EDITED, "APPROVED", null, null, "marta"));
    }

    @Test
    void isChangedOnceADayAndTenTimesAMonthIfItIsApproved() {
        var template = tables.given(STORED.formatted("pt_BR", "APPROVED"));
        for (int day = 0; day < 10; day++) {
            edits(template);
            assertThatThrownBy(() -> edits(template)).isInstanceOf(TemplateNotEditable.class);
            tables.passes(Duration.ofDays(1));
        }

        var refused = catchThrowableOfType(TemplateNotEditable.class, () -> edits(template));

        assertThat(refused.toDetail().getProperties())
                .containsEntry("why", "too-often")
                .containsEntry("again", tables.now().plus(Duration.ofDays(20)).toString());
        tables.passes(Duration.ofDays(20));
        assertThatCode(() -> edits(template)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"REJECTED", "PAUSED"})
    void isChangedAsOftenAsNeededBeforeItIsApproved(String status) {
        var template = tables.given(STORED.formatted("pt_BR", status));

        edits(template);
        edits(template);

        assertThat(graph.requests()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PENDING", "DISABLED", "DELETED", "IN_APPEAL"})
    void isNotChangedInAnyOtherStatus(String status) {
        var template = tables.given(STORED.formatted("pt_BR", status));

        var refused = catchThrowableOfType(TemplateNotEditable.class, () -> edits(template));

        assertThat(refused.toDetail().getProperties())
                .containsEntry("why", "status")
                .containsEntry("status", status);
    }

    @ParameterizedTest
    @CsvSource({"name, other", "language, en", "category, MARKETING"})
    void keepsWhatCannotBeChanged(String field, String value) {
        var template = tables.given(STORED.formatted("pt_BR", "APPROVED"));
        var wish = wish(NEW_WORDS.replace("{'body'", "{'" + field + "':'" + value + "','body'"));

        var refused = catchThrowableOfType(BadRequest.class, () -> authors.edit(MARTA, template, wish));

        assertThat(refused.toDetail().getProperties()).containsEntry("field", field);
    }

    @Test
    void changesTheCategoryOfARejectedOne() {
        var template = tables.given(STORED.formatted("pt_BR", "REJECTED"));
        graph.answers("{'success':true}");

        authors.edit(MARTA, template, wish(NEW_WORDS.replace("{'body'", "{'category':'MARKETING','body'")));

        assertThat(tables.read(graph.last().body()).path("category").asText()).isEqualTo("MARKETING");
    }

    @Test
    void isDeletedInOneLanguageOrInAll() {
        var portuguese = tables.given(STORED.formatted("pt_BR", "APPROVED"));
        var english = tables.given(STORED.formatted("en", "APPROVED").replace("'77'", "'78'"));
        graph.answers("{'success':true}").answers("{'success':true}");

        authors.delete(MARTA, portuguese, false);

        assertThat(graph.last().method() + " " + graph.last().path())
                .isEqualTo("DELETE 900/message_templates?name=hello&hsm_id=77");
        assertThat(tables.fresh(portuguese).meta().status()).isEqualTo("DELETED");
        assertThat(tables.fresh(english).meta().status()).isEqualTo("APPROVED");
        assertThat(tables.ledger.history(portuguese.id()).get(0).by()).isEqualTo("marta");
        authors.delete(MARTA, english, true);
        assertThat(graph.last().path()).isEqualTo("900/message_templates?name=hello");
        assertThat(tables.fresh(english).meta().status()).isEqualTo("DELETED");
        assertThatThrownBy(() -> authors.delete(MARTA, tables.fresh(english), false))
                .isInstanceOf(NotFound.class);
    }
}
