package app.novelo.bench;

import static app.novelo.bench.NewConversations.PURCHASE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What happens in a lead, beside few open ones and beside many. The many are copies of one real lead whose first question
 * waits for an answer; their customers are nobody. What the process tells the customer is measured apart, as the protocol of
 * a ticket is.
 */
record Leads(Scene scene) {

    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    private static final int CALLS = 100;

    /** It adds something, and is no other wish. */
    private static final String MORE = "É para um quarto de doze metros";

    private static final List<String> LISTS =
            List.of("leads?state=OPEN", "leads?withoutNextStep=true", "leads/board", "leads/board?queue=sales");

    private static final List<Map.Entry<String, String>> ROWS = CaseTemplate.rows(
            Map.entry("lead.lead", "number in (:cases)"), Map.entry("casework.next_step", "case_number in (:cases)"));

    /** Rows that PostgreSQL numbers: of each copy as many as of its template. */
    private static final List<String> NUMBERED = List.of(
            "insert into lead.criterion (number, criterion, value, source, reference, at) "
                    + "select l.number, c.criterion, c.value, c.source, c.reference, c.at from lead.criterion c, ",
            "insert into lead.stage_change (number, stage, why, at) "
                    + "select l.number, c.stage, c.why, c.at from lead.stage_change c, ");

    /**
     * What is done once to every lead of a number; begins where the act before has ended.
     *
     * @param what empty: it only prepares the next one
     */
    record Act(String what, Work work) {}

    interface Work {
        void run() throws IOException, SQLException, InterruptedException;
    }

    /** Until so many leads have gone both ways, or the time is up. */
    void warmUp(int number, int seconds) throws IOException, SQLException, InterruptedException {
        int done = 0;
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
                done < number && System.nanoTime() < end; ) {
            int some = Math.min(100, number - done);
            new Leads(scene.quiet()).act(some);
            done += some;
        }
        scene.report().fact("warm-up of leads", done + " of each act");
    }

    void besideFew(int number) throws IOException, SQLException, InterruptedException {
        beside(0, FEW, number);
    }

    /** After few. */
    void besideMany(int number) throws IOException, SQLException, InterruptedException {
        beside(FEW, MANY, number);
    }

    private void beside(int from, int to, int number) throws IOException, SQLException, InterruptedException {
        var one = new NewConversations(scene.quiet(), PURCHASE);
        one.arrive(1);
        one.tell(1);
        var template = CaseTemplate.newest(scene.store());
        template.copy(scene.store(), ROWS, from, to);
        for (var numbered : NUMBERED) {
            scene.store()
                    .execute(numbered + "lead.lead l, generate_series(" + (from + 1) + ", " + to
                            + ") n where c.number = '" + template.number() + "' and l.number = '" + template.number()
                            + "-' || n");
        }
        scene.store().execute("analyze");
        new Leads(scene.quiet()).act(number); // PostgreSQL plans everything anew after it has analysed
        scene.report().fact("**beside " + to + " open leads**", "");
        act(number);
        new Lists(scene, CALLS).measure(LISTS);
    }

    private void act(int number) throws IOException, SQLException, InterruptedException {
        for (var walk : walks(number)) {
            for (var act : walk) {
                act.work().run();
            }
        }
    }

    /** Two ways of a lead, each of leads of its own. */
    List<List<Act>> walks(int number) {
        return List.of(new Walk(scene, number).answered(), new Walk(scene, number).moved());
    }

    /** Leads that do everything together. */
    private static final class Walk {

        private final Scene scene;
        private final int number;
        private final NewConversations arrivals;
        private OpenCases cases;

        private Walk(Scene scene, int number) {
            this.scene = scene;
            this.number = number;
            this.arrivals = new NewConversations(scene, PURCHASE);
            this.cases = new OpenCases(scene, List.of());
        }

        /** The customer answers what the process asks, an agent takes over and sells. */
        List<Act> answered() {
            var acts = new ArrayList<Act>();
            acts.add(new Act("lead, new conversation", () -> arrivals.arrive(number)));
            acts.add(new Act("lead, welcome and first question", this::tell));
            acts.add(new Act("lead, an answer", () -> {
                NewConversations.silence(scene);
                choose("an answer → the next question chosen", "≤ 45 with sending it", "now", "O quanto antes");
                until("select count(*) from conversation.outgoing");
            }));
            acts.add(new Act(
                    "lead, the next question",
                    () -> NewConversations.tell(scene, "the next question, sent and accepted", number, 1)));
            acts.add(new Act(
                    "lead, the last answer",
                    () -> choose("the last answer → scored anew, qualified", "≤ 45", "above10", "Mais de R$ 10 mil")));
            acts.add(new Act("lead, further message", () -> {
                untilStage("QUALIFIED");
                cases.customersWrite(MORE, "lead, further message, no clock changes", "≤ 8");
            }));
            acts.add(new Act("lead, answer of an agent", () -> cases.agentAnswers("lead, agent's answer")));
            acts.add(new Act(
                    "lead, further message, a clock starts",
                    () -> cases.customersWrite(MORE, "lead, further message, a clock starts", "≤ 12")));
            acts.add(new Act(
                    "lead, claiming", () -> cases.atTasks("claiming a lead", "", "claim", "{\"userId\":\"admin\"}")));
            acts.add(new Act("lead, completing as qualified", () -> {
                complete(
                        "completing Contact lead as qualified → opportunity",
                        "\"outcome\":{\"value\":\"opportunity\"}");
                untilStage("OPPORTUNITY");
            }));
            acts.add(new Act("lead, proposal sent", () -> {
                complete(
                        "completing Prepare proposal as sent, a follow-up is planned, clocks pause",
                        "\"outcome\":{\"value\":\"proposalSent\"},\"dealValue\":{\"value\":1200,\"type\":\"Double\"},"
                                + "\"dealCurrency\":{\"value\":\"BRL\"}");
                untilStage("PROPOSAL");
            }));
            acts.add(new Act(
                    "lead, further message, clocks resume",
                    () -> cases.customersWrite(
                            MORE, "lead, further message, clocks resume and Negotiate is there", "≤ 12")));
            acts.add(new Act("lead, won", () -> {
                complete(
                        "completing Negotiate as won, survey and post-sale begun",
                        "\"outcome\":{\"value\":\"won\"},\"dealValue\":{\"value\":1200,\"type\":\"Double\"},"
                                + "\"dealCurrency\":{\"value\":\"BRL\"}");
                untilStage("WON");
            }));
            return acts;
        }

        /** An agent answers first, and moves the card until the lead is lost. */
        List<Act> moved() {
            var acts = new ArrayList<Act>();
            acts.add(new Act("", () -> {
                var quiet = new NewConversations(scene.quiet(), PURCHASE);
                quiet.arrive(number);
                quiet.tell(number);
                cases = OpenCases.newest(scene, number);
            }));
            acts.add(new Act("lead, first answer of an agent", () -> {
                cases.agentAnswers("lead, agent's first answer → contacted");
                untilStage("CONTACTED");
            }));
            acts.add(new Act(
                    "lead, words that end the questions",
                    () -> cases.customersWrite(MORE, "words that are no answer → asked no more, scored anew", "")));
            acts.add(new Act(
                    "lead, moving to qualified",
                    () -> move("moving the card to qualified, a message", "qualified", "")));
            acts.add(new Act(
                    "lead, moving to opportunity",
                    () -> move("moving the card to opportunity, which completes Contact lead", "opportunity", "")));
            acts.add(new Act(
                    "lead, lost",
                    () -> move(
                            "moving the card to lost, which completes Prepare proposal",
                            "lost",
                            ",\"reason\":\"price\"")));
            return acts;
        }

        private void tell() throws SQLException, InterruptedException {
            arrivals.tell(number);
            cases = OpenCases.newest(scene, number);
        }

        private void choose(String what, String goal, String id, String title)
                throws SQLException, InterruptedException {
            var asked = new HashMap<String, String>();
            scene.graph().taken().forEach(sent -> asked.put(sent.to(), sent.wamid()));
            var before = scene.cpu();
            var result = scene.application().load(4).closed(number, (http, n) -> {
                var phone = cases.conversations().get(n).phone();
                return Webhook.choice(phone, String.valueOf(asked.get(phone)), id, title)
                        .post(http);
            });
            scene.await("all answers are taken in", () -> scene.store().isTakenIn());
            report(what, goal, before, result);
        }

        private void complete(String what, String variables) throws SQLException, InterruptedException {
            cases.atTasks(what, "≤ 30", "complete", "{\"variables\":{" + variables + "}}");
        }

        private void move(String what, String stage, String more) throws SQLException, InterruptedException {
            var leads = scene.store().texts("select number from lead.lead where conversation in (" + cases.ids() + ")");
            var body = ("{\"stage\":\"" + stage + "\"" + more + "}").getBytes(StandardCharsets.UTF_8);
            var before = scene.cpu();
            var result = scene.application().load(4).closed(leads.size(), (http, n) -> http.call(
                            "POST", "/api/v1/leads/" + leads.get(n) + "/move", Application.ADMINISTRATOR, body)
                    .status());
            scene.awaitQuiet();
            report(what, "≤ 30", before, result);
            untilStage(stage.toUpperCase(Locale.ROOT));
        }

        private void report(String what, String goal, Cpu before, Load.Result result) {
            scene.report()
                    .cpu(
                            what,
                            number,
                            scene.cpu().since(before).per(number),
                            goal,
                            result.latencies(),
                            result.perSecond(),
                            result.refused() + " refused");
        }

        private void untilStage(String stage) throws SQLException, InterruptedException {
            until("select count(*) from lead.lead where stage = '" + stage + "' and conversation in (" + cases.ids()
                    + ")");
        }

        private void until(String query) throws SQLException, InterruptedException {
            scene.await("all " + number + " of " + query, () -> scene.store().count(query) == number);
        }
    }
}
