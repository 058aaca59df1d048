package app.novelo.survey;

import static app.novelo.support.Cases.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.MetaDesk;
import app.novelo.support.RunningNovelo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every path through {@code processes/survey/satisfaction-survey.bpmn}, and what becomes of the case meanwhile. */
@RunningNovelo
class SurveyScenarios {

    private static final String PROCESS = "satisfaction-survey";
    private static final String QUESTION = "Como você avalia o atendimento";
    private static final String RECOMMEND = "De 0 a 10";

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Autowired
    MetaDesk meta;

    @Autowired
    JdbcClient jdbc;

    private String phone = "";
    private String ticket = "";
    private String conversation = "";
    private String survey = "";

    @Test
    void aPressOfTheListIsTheAnswerAndReopensNothing() {
        givenAnAskedCustomer();
        assertThat(customer.sees(phone).toString()).contains("5 · Ótimo", "1 · Péssimo", survey + "_3");

        presses(5);

        toldAtTheEnd("Obrigado pela sua nota");
        assertThat(cases.walked(survey, PROCESS))
                .containsSubsequence(
                        "serviceTask_sendQuestion",
                        "event_scored",
                        "serviceTask_takeScore",
                        "businessRuleTask_decideReaction",
                        "serviceTask_thank",
                        "endEvent_thanked");
        assertThat(fact("score")).isEqualTo("5");
        assertThat(fact("state")).isEqualTo("ANSWERED");
        assertThat(fact("late")).isEqualTo("false");
        staysResolved();
    }

    @Test
    void aBareNumberIsTheAnswer() {
        givenAnAskedCustomer();

        customer.says(phone, "nota 4");

        eventually(() -> "4".equals(fact("score")));
        toldAtTheEnd("Obrigado pela sua nota");
        staysResolved();
    }

    @Test
    void theWordsOfARowAreTheAnswer() {
        givenAnAskedCustomer();

        customer.says(phone, "otimo");

        eventually(() -> "5".equals(fact("score")));
        staysResolved();
    }

    @Test
    void aNumberThatWasNotAskedForGoesItsUsualWay() {
        givenAResolvedTicket();

        customer.says(phone, "5");

        eventually(() -> cases.fact(ticket, "state").equals("OPEN"));
        assertThat(fact("score")).isNull();
    }

    @Test
    void aNumberThatAnswersAnAgentIsNoScore() {
        givenAnAskedCustomer();
        assertThat(agent.writes("bruno", conversation, "Quantas pessoas moram na casa?")
                        .status())
                .isEqualTo(202);
        cases.untilNothingIsOnItsWayTo(phone);

        customer.says(phone, "5");

        eventually(() -> cases.fact(ticket, "state").equals("OPEN"));
        assertThat(fact("score")).isNull();
    }

    @Test
    void praiseAfterTheScoreIsItsCommentAndReopensNothing() {
        givenAnAskedCustomer();
        presses(5);
        toldAtTheEnd("Obrigado pela sua nota");
        cases.untilNothingIsOnItsWayTo(phone);

        customer.says(phone, "A equipe foi muito simpática e gentil");

        eventually(() -> fact("comment"));
        staysResolved();
    }

    @Test
    void aHostileCommentIsKeptAsItIsAndStaysATextEverywhere() {
        var hostile = "'; drop table survey.survey; -- <script>alert(1)</script> {{protocol}} ${1+1} #{x}";
        givenAnAskedCustomer();
        presses(2);
        var recovery = eventually(() -> fact("recovery_case"));
        eventually(() -> cases.hasEnded(survey, PROCESS));

        customer.says(phone, hostile);

        eventually(() -> hostile.equals(fact("comment")));
        eventually(() -> unhandled() == 0);
        assertThat(jdbc.sql("select case_number from conversation.message where conversation = ?::uuid and text = ?")
                        .param(conversation)
                        .param(hostile)
                        .query(String.class)
                        .single())
                .as("whoever works on the recovery reads it")
                .isEqualTo(recovery);
        assertThat(agent.get("marta", "/api/v1/surveys?case=" + ticket)
                        .body()
                        .path("items")
                        .path(0)
                        .path("comment")
                        .asText())
                .isEqualTo(hostile);
        var answer = agent
                .get(
                        "marta",
                        "/api/v1/customers/" + cases.fact(ticket, "customer") + "/timeline?order=newest&limit=200")
                .body()
                .path("items")
                .findParents("comment")
                .stream()
                .filter(told -> told.path("comment").isTextual())
                .toList();
        assertThat(answer).singleElement().satisfies(told -> {
            assertThat(told.path("number").asText()).isEqualTo(survey);
            assertThat(told.path("score").asInt()).isEqualTo(2);
            assertThat(told.path("recovery").asText()).isEqualTo(recovery);
            assertThat(told.path("comment").asText()).isEqualTo(hostile);
        });
    }

    @Test
    void aComplaintAfterTheScoreIsItsCommentAndReopensTheTicket() {
        givenAnAskedCustomer();

        customer.says(phone, "5 estrelas mas a geladeira continua sem gelar");

        eventually(() -> cases.fact(ticket, "state").equals("OPEN"));
        assertThat(fact("score")).isEqualTo("5");
        assertThat(fact("comment")).isEqualTo("5 estrelas mas a geladeira continua sem gelar");
        eventually(() -> cases.walked(survey, PROCESS).contains("endEvent_scoreKept"));
    }

    @Test
    void aLowScoreOpensARecoveryTicketThatShowsIt() {
        givenAnAskedCustomer();

        presses(1);

        var recovery = eventually(() -> fact("recovery_case"));
        toldAtTheEnd("Sentimos muito");
        assertThat(recovery).startsWith("T-").isNotEqualTo(ticket);
        assertThat(cases.fact(recovery, "priority")).isEqualTo("HIGH");
        assertThat(cases.fact(recovery, "queue")).isEqualTo("retention");
        assertThat(cases.fact(recovery, "state")).isEqualTo("OPEN");
        assertThat(cases.taskOf(recovery)).isNotNull();
        assertThat(jdbc.sql(
                                "select detail ->> 'score' from casework.case_event where case_number = ? and type = 'NOTED' and why = 'lowScore'")
                        .param(recovery)
                        .query(String.class)
                        .list())
                .containsExactly("1");
        assertThat(cases.walked(survey, PROCESS)).containsSubsequence("serviceTask_openRecovery", "endEvent_thanked");
        assertThat(cases.fact(ticket, "state")).isEqualTo("RESOLVED");
        assertThat(cases.conversationOf(phone)).isEqualTo(conversation);
    }

    @Test
    void theLastAnswerOfADayCountsAndAllAreKept() {
        givenAnAskedCustomer();
        presses(4);
        eventually(() -> cases.hasEnded(survey, PROCESS));
        cases.untilNothingIsOnItsWayTo(phone);

        presses(2);

        eventually(() -> fact("recovery_case"));
        assertThat(fact("score")).isEqualTo("2");
        presses(1);
        eventually(() -> "1".equals(fact("score")));
        assertThat(answers()).containsExactly("4 true", "2 true", "1 true");
        eventually(() -> running() == 0);
        assertThat(cases.numbersOf(phone)).as("one ticket, and one recovery").hasSize(2);
    }

    @Test
    void whoThinksBetterOfItAtOnceIsReactedTo() {
        givenAnAskedCustomer();
        customer.fault(phone, "slow", 0, 1);

        presses(4);
        eventually(() -> "4".equals(fact("score")));
        customer.says(phone, "2");

        var recovery = eventually(() -> fact("recovery_case"));
        assertThat(fact("score")).isEqualTo("2");
        assertThat(cases.fact(recovery, "state")).isEqualTo("OPEN");
    }

    @Test
    void anAnswerThatOvertakesTheReceiptOfTheQuestionCounts() {
        givenAResolvedTicket();
        customer.fault(phone, "slow", 0, 1);
        ask();
        eventually(() -> received(QUESTION));

        presses(1);

        var recovery = eventually(() -> fact("recovery_case"));
        eventually(() -> unhandled() == 0);
        toldAtTheEnd("Sentimos muito");
        assertThat(cases.numbersOf(phone)).containsExactly(ticket, recovery);
        assertThat(jdbc.sql("select state from conversation.conversation where id = ?::uuid")
                        .param(conversation)
                        .query(String.class)
                        .single())
                .as("somebody is to see to it")
                .isEqualTo("OPEN");
    }

    @Test
    void anotherCustomersListIsNoAnswer() {
        givenAnAskedCustomer();
        var asked = survey;
        var stranger = customer.newPhone();

        customer.presses(stranger, asked + "_5", "5 · Ótimo");

        eventually(() -> cases.isTakenUp(stranger));
        assertThat(fact("score")).isNull();
    }

    @Test
    void aScoreAndAWishInOneBreathAreBothHeard() {
        givenAnAskedCustomer();

        presses(4);
        customer.says(phone, "a geladeira parou de gelar de novo");

        eventually(() -> "4".equals(fact("score")));
        eventually(() -> cases.fact(ticket, "state").equals("OPEN"));
        eventually(() -> unhandled() == 0);
    }

    @Test
    void whoAnswersAgainMuchLaterIsThankedAndNotCounted() {
        givenAnAskedCustomer();
        presses(5);
        eventually(() -> cases.hasEnded(survey, PROCESS));
        cases.untilNothingIsOnItsWayTo(phone);
        passed("answered_at", 2);

        presses(1);

        eventually(() -> received("já estava registrada"));
        assertThat(fact("score")).isEqualTo("5");
        assertThat(answers()).containsExactly("5 true", "1 false");
        staysResolved();
    }

    @Test
    void whoDoesNotAnswerMayStillDoSoAfterTheCaseIsClosed() {
        givenAnAskedCustomer();
        cases.fireTimer(survey, PROCESS, "event_silent");
        assertThat(cases.walked(survey, PROCESS)).containsSubsequence("serviceTask_noteSilence", "endEvent_unanswered");
        assertThat(fact("state")).isEqualTo("UNANSWERED");
        cases.timeToReopenPasses(ticket);
        assertThat(cases.fact(ticket, "state")).isEqualTo("CLOSED");
        passed("asked_at", 5);

        presses(4);

        toldAtTheEnd("Obrigado pela sua nota");
        assertThat(fact("score")).isEqualTo("4");
        assertThat(fact("late")).isEqualTo("true");
        assertThat(cases.walked(survey, PROCESS))
                .doesNotContain("serviceTask_sendQuestion")
                .contains("endEvent_thanked");
        jdbc.sql("update casework.case_file set closed_at = closed_at - interval '5 days' where number = ?")
                .param(ticket)
                .update();
        customer.says(phone, "obrigado");
        conversation = cases.conversationOf(phone);
        eventually(() -> cases.handled(conversation) == 2);
        assertThat(cases.numbersOf(phone)).containsExactly(ticket);
        assertThat(customer.received(phone).get(customer.received(phone).size() - 1))
                .as("and he is not greeted as somebody new")
                .contains("Obrigado pela sua nota");
    }

    @Test
    void aLateBareNumberCountsAndOpensNothing() {
        givenAnAskedCustomer();
        cases.fireTimer(survey, PROCESS, "event_silent");
        cases.timeToReopenPasses(ticket);

        customer.says(phone, "3");

        eventually(() -> "3".equals(fact("score")));
        toldAtTheEnd("Obrigado pela sua nota");
        assertThat(cases.numbersOf(phone)).containsExactly(ticket);
    }

    @Test
    void whoHasComeBackMeanwhileIsNotAskedNow() {
        givenAResolvedTicket();
        customer.says(phone, "continua sem gelar");
        eventually(() -> cases.fact(ticket, "state").equals("OPEN"));

        ask();

        notAsked("cameBack", "endEvent_notAsked");
    }

    @Test
    void nobodyIsAskedAgainWithinThirtyDays() {
        givenAnAskedCustomer();
        presses(5);
        eventually(() -> cases.hasEnded(survey, PROCESS));
        cases.untilNothingIsOnItsWayTo(phone);
        cases.timeToReopenPasses(ticket);
        customer.says(phone, "meu boleto não chegou");
        var second = eventually(() -> cases.numbersOf(phone).stream()
                .filter(number -> !number.equals(ticket))
                .findFirst()
                .orElse(null));
        resolve(second);

        assertThat(eventually(() -> stateOf(second))).isEqualTo("NOT_ASKED askedRecently");
    }

    @Test
    void whoWantsNoMessagesIsNotAsked() {
        givenAResolvedTicket();
        var who = jdbc.sql("select customer::text from survey.survey where number = ?")
                .param(survey)
                .query(String.class)
                .single();
        assertThat(agent.post(
                                "marta",
                                "/api/v1/customers/" + who + "/consents",
                                Map.of(
                                        "purpose",
                                        "service",
                                        "state",
                                        "withdrawn",
                                        "source",
                                        "agent",
                                        "proof",
                                        "telefone"))
                        .status())
                .isBetween(200, 204);

        ask();

        notAsked("optedOut", "endEvent_notAsked");
    }

    @Test
    void aCaseIsNotAskedAboutOnceTheWindowIsClosed() {
        givenAResolvedTicket();
        cases.aDayPassesFor(conversation);

        ask();

        notAsked("windowClosed", "endEvent_couldNotAsk");
        assertThat(cases.walked(survey, PROCESS)).contains("businessRuleTask_chooseTemplate");
    }

    @Test
    void aQuestionThatWhatsAppRefusesWasNotAsked() {
        givenAResolvedTicket();
        customer.fault(phone, "error", 131026, 1);

        ask();

        notAsked("notSent", "endEvent_couldNotAsk");
        assertThat(cases.walked(survey, PROCESS)).contains("event_questionNotSent");
    }

    @Test
    void aScoreCountsThoughNobodyCanBeThanked() {
        givenAnAskedCustomer();
        customer.fault(phone, "error", 131026, 1);

        presses(5);

        eventually(() -> cases.walked(survey, PROCESS).contains("endEvent_notThanked"));
        assertThat(cases.walked(survey, PROCESS)).contains("event_thanksNotSent");
        assertThat(fact("score")).isEqualTo("5");
    }

    @Test
    void recommendationIsAskedOfManyAndAnsweredByANumber() {
        givenAClosedTicket();

        var round = round();
        fireRound();
        eventually(() -> received(RECOMMEND));
        customer.says(phone, "10");

        eventually(() -> "10".equals(fact("score")));
        toldAtTheEnd("Obrigado pela sua nota");
        assertThat(cases.numbersOf(phone)).containsExactly(ticket);
        var counted = agent.get("marta", "/api/v1/surveys/nps/" + round).body();
        assertThat(counted.path("asked").asInt()).isEqualTo(1);
        assertThat(counted.path("answered").asInt()).isEqualTo(1);
        customer.says(phone, "A equipe foi muito simpática e gentil");
        eventually(() -> fact("comment"));
        assertThat(cases.numbersOf(phone)).as("praise is nobody's work").containsExactly(ticket);
    }

    @Test
    void recommendationIsAskedByTemplateOnceTheWindowIsClosed() {
        givenAClosedTicket();
        givenTheTemplate();
        cases.aDayPassesFor(conversation);

        round();
        fireRound();
        eventually(() -> received("nos recomendaria"));

        assertThat(cases.walked(survey, PROCESS))
                .containsSubsequence("businessRuleTask_chooseTemplate", "serviceTask_sendTemplate");
        customer.says(phone, "2");
        eventually(() -> fact("recovery_case"));
        assertThat(fact("score")).isEqualTo("2");
    }

    @Test
    void aTemplateThatIsRefusedWasNotAsked() {
        givenAClosedTicket();
        givenTheTemplate();
        cases.aDayPassesFor(conversation);
        customer.fault(phone, "error", 132015, 1);

        var round = round();
        fireRound();

        notAsked("windowClosed", "endEvent_couldNotAsk");
        assertThat(cases.walked(survey, PROCESS)).contains("event_templateNotSent");
        assertThat(agent.get("marta", "/api/v1/surveys/nps/" + round)
                        .body()
                        .path("excluded")
                        .path("windowClosed")
                        .asInt())
                .isEqualTo(1);
    }

    private void givenAnAskedCustomer() {
        givenAResolvedTicket();
        ask();
        eventually(() -> received(QUESTION));
        eventually(() -> cases.walked(survey, PROCESS).contains("gateway_waitForScore"));
        cases.untilNothingIsOnItsWayTo(phone);
    }

    private void givenAResolvedTicket() {
        phone = customer.newPhone();
        customer.says(phone, "minha geladeira não gela");
        ticket = cases.ticketOf(phone);
        conversation = cases.conversationOf(phone);
        eventually(() -> received("protocolo"));
        resolve(ticket);
        survey = eventually(() -> surveyAfter(ticket));
        eventually(() -> cases.walked(ticket, "ticket").contains("endEvent_customerTold"));
        cases.untilNothingIsOnItsWayTo(phone);
    }

    /** The survey after the case was not to be: another kind follows it. */
    private void givenAClosedTicket() {
        givenAResolvedTicket();
        cases.timeToReopenPasses(ticket);
        customer.fault(phone, "error", 131026, 1);
        ask();
        eventually(() -> "NOT_ASKED".equals(fact("state")));
    }

    private void resolve(String number) {
        var task = eventually(() -> cases.taskOf(number)).getId();
        assertThat(cases.claim("bruno", task)).isTrue();
        cases.complete("bruno", task, "solved");
    }

    private void ask() {
        cases.fireTimer(survey, PROCESS, "event_waitAWhile");
    }

    private String round() {
        var who = jdbc.sql("select customer::text from survey.survey where number = ?")
                .param(survey)
                .query(String.class)
                .single();
        var answer = agent.post("marta", "/api/v1/surveys/nps", Map.of("customers", List.of(who)));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
        return answer.body().path("id").asText();
    }

    private void fireRound() {
        survey = eventually(() -> jdbc.sql(
                        """
                        select s.number from survey.survey s join customer.identity i on i.customer = s.customer
                        where i.value = ? and s.kind = 'NPS' and s.process_instance_id is not null""")
                .param(phone)
                .query(String.class)
                .single());
        if ("WAITING".equals(fact("state"))) {
            try {
                ask();
            } catch (RuntimeException e) {
                // it was due at once, and the job executor was faster
            }
        }
    }

    private void givenTheTemplate() {
        meta.known("pesquisa_nps", "pt_BR", "APPROVED"); // again, after whatever paused it
    }

    private void presses(int score) {
        customer.presses(phone, survey + "_" + score, score + " · Nota");
    }

    private void notAsked(String reason, String end) {
        eventually(() -> cases.walked(survey, PROCESS).contains(end));
        assertThat(fact("state") + " " + fact("reason")).isEqualTo("NOT_ASKED " + reason);
        assertThat(customer.received(phone)).noneMatch(text -> text.contains(QUESTION));
    }

    private void staysResolved() {
        eventually(() -> unhandled() == 0);
        assertThat(cases.fact(ticket, "state")).isEqualTo("RESOLVED");
        assertThat(cases.numbersOf(phone)).containsExactly(ticket);
        assertThat(jdbc.sql("select state || ' ' || awaits_answer from conversation.conversation where id = ?::uuid")
                        .param(conversation)
                        .query(String.class)
                        .single())
                .isEqualTo("RESOLVED false");
    }

    /** Once WhatsApp has accepted what the phone shows. */
    private void toldAtTheEnd(String words) {
        eventually(() -> received(words));
        eventually(() -> cases.hasEnded(survey, PROCESS) && running() == 0);
    }

    private boolean received(String words) {
        return customer.received(phone).stream().anyMatch(text -> text.contains(words));
    }

    private int unhandled() {
        return jdbc.sql("select count(*) from conversation.message where conversation = ?::uuid and unhandled")
                .param(conversation)
                .query(Integer.class)
                .single();
    }

    private long running() {
        return cases.instanceOf(survey, PROCESS) == null ? 0 : 1;
    }

    private void passed(String column, int days) {
        jdbc.sql("update survey.survey set %1$s = %1$s - make_interval(days => ?) where number = ?".formatted(column))
                .param(days)
                .param(survey)
                .update();
    }

    private List<String> answers() {
        return jdbc.sql("select score || ' ' || counted from survey.answer where survey = ? order by id")
                .param(survey)
                .query(String.class)
                .list();
    }

    private @Nullable String surveyAfter(String number) {
        return jdbc.sql("select number from survey.survey where case_number = ?")
                .param(number)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private @Nullable String stateOf(String number) {
        return jdbc.sql("select state || ' ' || coalesce(reason, '') from survey.survey where case_number = ?")
                .param(number)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private @Nullable String fact(String column) {
        return jdbc.sql("select " + column + "::text from survey.survey where number = ?")
                .param(survey)
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }
}
