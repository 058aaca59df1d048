package app.novelo.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.channel.AccountNotice;
import app.novelo.channel.whatsapp.TemplateLedger.Change;
import app.novelo.channel.whatsapp.TemplateLedger.What;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our copies follow what Meta's webhooks tell. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // one database
class TemplateNoticesTest {

    private static final String STATUS = "message_template_status_update";
    private static final String QUALITY = "message_template_quality_update";
    private static final String CATEGORY = "template_category_update";
    private static final String COMPONENTS = "message_template_components_update";
    private static final String ABOUT =
            "'message_template_id':7,'message_template_name':'x','message_template_language':'pt_BR'";

    private final TemplateTables tables = new TemplateTables();
    private final TemplateNotices notices = new TemplateNotices(tables.copies, tables.ledger, tables.wanted);
    private StoredTemplate template = given("APPROVED");

    TemplateNoticesTest() throws IOException {}

    @BeforeEach
    void begin() {
        tables.empty();
        template = given("APPROVED");
    }

    private StoredTemplate given(String status) {
        return tables.given(
                "{'id':'7','name':'x','language':'pt_BR','status':'%s','category':'UTILITY','components':[{'type':'BODY','text':'Oi!'}]}"
                        .formatted(status));
    }

    private void hears(String field, String value) {
        notices.handle(new AccountNotice(1, "900", field, tables.read("{" + value + "," + ABOUT + "}"), tables.now()));
    }

    private MetaTemplate now() {
        return tables.fresh(template).meta();
    }

    private Change lastChange() {
        return tables.ledger.history(template.id()).get(0);
    }

    private boolean isToBeCompared() {
        return tables.wanted.states().stream().anyMatch(WantedSyncs.State::waits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "REJECTED",
                "PENDING",
                "PAUSED",
                "DISABLED",
                "FLAGGED",
                "IN_APPEAL",
                "LIMIT_EXCEEDED",
                "LOCKED",
                "ARCHIVED",
                "PENDING_DELETION",
                "DELETED",
                "TOMORROW"
            })
    void everyStatusIsTakenOverAndToldAndNotSent(String event) {
        hears(STATUS, "'event':'%s','reason':'NONE'".formatted(event));

        assertThat(now().status()).isEqualTo(event);
        assertThat(tables.fresh(template).shown().isUsable()).isFalse();
        assertThat(lastChange()).isEqualTo(new Change(tables.now(), What.STATUS, "APPROVED", event, null, null));
        assertThat(tables.events).containsExactly("template.changed STATUS");
    }

    @Test
    void isSentOnceItIsApproved() {
        template = given("PENDING");
        tables.events.clear();

        hears(STATUS, "'event':'APPROVED','reason':null");

        assertThat(tables.fresh(template).shown().isUsable()).isTrue();
        assertThat(tables.fresh(template).approvedAt()).isEqualTo(tables.now());
    }

    @Test
    void isSentAgainOnceItIsReinstated() {
        hears(STATUS, "'event':'DISABLED'");
        hears(STATUS, "'event':'REINSTATED'");

        assertThat(now().status()).isEqualTo("APPROVED");
    }

    @Test
    void tellsWhy() {
        hears(STATUS, "'event':'PAUSED','reason':'NONE','other_info':{'title':'FIRST_PAUSE','description':'d'}");
        assertThat(lastChange().reason()).isEqualTo("FIRST_PAUSE");
        assertThat(now().rejectedReason()).isNull();

        hears(
                STATUS,
                "'event':'REJECTED','reason':'INVALID_FORMAT','rejection_info':{'reason':'Side by side.','recommendation':'r'}");
        assertThat(lastChange().reason()).isEqualTo("INVALID_FORMAT: Side by side.");
        assertThat(now().rejectedReason()).isEqualTo("INVALID_FORMAT");
    }

    @Test
    void tellsTheSameOnce() {
        hears(STATUS, "'event':'PAUSED'");
        hears(STATUS, "'event':'PAUSED'");

        assertThat(tables.events).containsExactly("template.changed STATUS");
    }

    @Test
    void followsTheQuality() {
        hears(QUALITY, "'previous_quality_score':'GREEN','new_quality_score':'RED'");

        assertThat(now().quality()).isEqualTo("RED");
        assertThat(now().status()).isEqualTo("APPROVED");
        assertThat(lastChange().what()).isEqualTo(What.QUALITY);
    }

    @Test
    void tellsOfAnAnnouncedCategoryAndOfTheNewOne() {
        hears(
                CATEGORY,
                "'new_category':'UTILITY','correct_category':'MARKETING','category_update_timestamp':1790000000");

        assertThat(now().category()).isEqualTo("UTILITY");
        assertThat(now().correctCategory()).isEqualTo("MARKETING");
        assertThat(lastChange().what()).isEqualTo(What.CATEGORY_NOTICE);

        hears(CATEGORY, "'previous_category':'UTILITY','new_category':'MARKETING'");

        assertThat(now().category()).isEqualTo("MARKETING");
        assertThat(now().correctCategory()).isNull();
        assertThat(lastChange()).isEqualTo(new Change(tables.now(), What.CATEGORY, "UTILITY", "MARKETING", null, null));
        assertThat(tables.events).containsExactly("template.changed CATEGORY_NOTICE", "template.changed CATEGORY");
    }

    /** We may have heard of it before, by a refusal. */
    @Test
    void goesOnSendingWhatHasTheWordsThatWeKnow() {
        hears(COMPONENTS, "'message_template_element':'Oi!'");

        assertThat(tables.fresh(template).shown().isUsable()).isTrue();
        assertThat(isToBeCompared()).as("buttons may be others").isTrue();
    }

    /** The notice holds no examples and not all buttons. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'message_template_element':'Olá!'",
                "'message_template_element':'Oi!','message_template_title':'a'",
                "'message_template_element':'Oi!','message_template_footer':'a'",
                "'message_template_element':null"
            })
    void comparesWhatHasOtherWords(String value) {
        hears(COMPONENTS, value);

        assertThat(tables.fresh(template).shown().whyNot()).isEqualTo("outdated");
        assertThat(isToBeCompared()).isTrue();
    }

    @Test
    void pullsAllWhereItHearsOfOneThatItDoesNotKnow() {
        notices.handle(new AccountNotice(
                1, "900", STATUS, tables.read("{'event':'APPROVED','message_template_id':8}"), tables.now()));

        assertThat(isToBeCompared()).isTrue();
        assertThat(now().status()).isEqualTo("APPROVED");
    }

    @Test
    void wakesNoDeletedOneForANoticeThatComesLate() {
        hears(STATUS, "'event':'DELETED'");

        hears(STATUS, "'event':'APPROVED'");

        assertThat(now().status()).isEqualTo("DELETED");
        assertThat(isToBeCompared()).isTrue();
    }

    @Test
    void ofAnotherAccountIsNoneOfOurs() {
        notices.handle(
                new AccountNotice(1, "666", STATUS, tables.read("{'event':'PAUSED'," + ABOUT + "}"), tables.now()));

        assertThat(now().status()).isEqualTo("APPROVED");
        assertThat(tables.wanted.states()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            message_template_status_update | 'event':null
            message_template_status_update | 'event':['APPROVED']
            message_template_status_update | 'event':'UNARCHIVED'
            message_template_quality_update | 'new_quality_score':{}
            template_category_update | 'new_category':''
            """)
    void comparesWhatItCannotTakeOver(String field, String value) {
        hears(field, value);

        assertThat(now().status()).isEqualTo("APPROVED");
        assertThat(tables.fresh(template).isDoubted()).isTrue();
        assertThat(isToBeCompared()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "[]", "7", "'x'", "{}", "{'message_template_id':{}}", "{'message_template_name':'x'}"})
    void survivesWhateverComes(String value) {
        notices.handle(new AccountNotice(1, "900", STATUS, tables.read(value), tables.now()));

        assertThat(now().status()).isEqualTo("APPROVED");
    }

    @Test
    void findsItByItsNameWhereItHasNoNumber() {
        notices.handle(new AccountNotice(
                1,
                "900",
                STATUS,
                tables.read("{'event':'PAUSED','message_template_name':'x','message_template_language':'pt_BR'}"),
                tables.now()));

        assertThat(now().status()).isEqualTo("PAUSED");
    }
}
