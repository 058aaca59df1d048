package app.novelo.desk.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.desk.Assignment.Need;
import app.novelo.desk.Assignment.Pick;
import app.novelo.desk.Strategy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who gets what, without a database. */
class ChooserTest {

    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    @Test
    void theLeastLoadedForHisCapacityGetsIt() {
        var chooser = chooser(agent("half", 2, 4), agent("third", 3, 9), agent("full", 1, 1));

        assertThat(picked(chooser, need(Strategy.LEAST_LOADED))).isEqualTo("third");
    }

    @Test
    void nobodyGetsMoreThanHeHasRoomFor() {
        var chooser = chooser(agent("ana", 0, 1), agent("bia", 0, 2));

        assertThat(List.of(
                        picked(chooser, need(Strategy.LEAST_LOADED)),
                        picked(chooser, need(Strategy.LEAST_LOADED)),
                        picked(chooser, need(Strategy.LEAST_LOADED))))
                .containsExactlyInAnyOrder("ana", "bia", "bia");
        assertThat(chooser.anybodyHasRoom()).isFalse();
        assertThat(chooser.pick(need(Strategy.LEAST_LOADED))).isEmpty();
    }

    @Test
    void inTurnItGoesToWhoWasGivenNothingForTheLongestTime() {
        var chooser = chooser(
                given(agent("ana", 0, 9), NOW.minusSeconds(10)),
                given(agent("bia", 5, 9), NOW.minusSeconds(60)),
                agent("new", 8, 9));

        assertThat(picked(chooser, need(Strategy.ROUND_ROBIN))).isEqualTo("new");
        assertThat(picked(chooser, need(Strategy.ROUND_ROBIN))).isEqualTo("bia");
        assertThat(picked(chooser, need(Strategy.ROUND_ROBIN))).isEqualTo("ana");
        assertThat(picked(chooser, need(Strategy.ROUND_ROBIN))).isEqualTo("bia");
    }

    @Test
    void byHandItGoesToNobody() {
        assertThat(chooser(agent("ana", 0, 9)).pick(need(Strategy.BY_HAND))).isEmpty();
    }

    @Test
    void theCustomersOwnComesFirstHoweverLoaded() {
        var chooser = chooser(agent("ana", 0, 9), agent("own", 7, 9));

        var pick = chooser.pick(preferring("own", Strategy.LEAST_LOADED)).orElseThrow();

        assertThat(pick).isEqualTo(new Pick("task", "own", "owner"));
    }

    @Test
    void anOwnerOfAnotherQueueGetsItOnlyIfTheTableSaysSo() {
        var other = new Candidate(row("own", 9), Set.of("sales"), true, null, 0, null);

        assertThat(picked(chooser(agent("ana", 0, 9), other), preferring("own", Strategy.OWNER)))
                .isEqualTo("own");
        assertThat(picked(chooser(agent("ana", 0, 9), other), preferring("own", Strategy.LEAST_LOADED)))
                .isEqualTo("ana");
    }

    @Test
    void anOwnerWhoIsFullOrNotThereIsNotWaitedFor() {
        assertThat(picked(chooser(agent("ana", 3, 9), agent("own", 9, 9)), preferring("own", Strategy.OWNER)))
                .isEqualTo("ana");
        var gone = new Candidate(row("own", 9), Set.of("support"), false, null, 0, null);
        assertThat(picked(chooser(agent("ana", 3, 9), gone), preferring("own", Strategy.OWNER)))
                .isEqualTo("ana");
    }

    @Test
    void whoStandsInForAnAbsentOwnerGetsHisWork() {
        var absent = new Candidate(row("own", 9), Set.of("support"), false, "zoe", 0, null);
        var chooser = chooser(agent("ana", 0, 9), agent("zoe", 5, 9), absent);

        assertThat(chooser.pick(preferring("own", Strategy.LEAST_LOADED)))
                .hasValue(new Pick("task", "zoe", "substitute"));
    }

    @Test
    void whoHasLetItLieIsNotGivenItAgain() {
        var need = new Need("task", "support", null, null, Strategy.LEAST_LOADED, "own", "own");

        assertThat(picked(chooser(agent("ana", 8, 9), agent("own", 0, 9)), need))
                .isEqualTo("ana");
        assertThat(chooser(agent("ana", 9, 9), agent("own", 0, 9)).pick(need)).isEmpty();
        assertThat(chooser(agent("own", 0, 9)).pick(need)).isEmpty();
    }

    @Test
    void aSkillIsWaitedForAsLongAsSomebodyInTheQueueHasIt() {
        var skilled = new Need("task", "support", "gas", null, Strategy.LEAST_LOADED, null, null);
        var busy = new Candidate(
                new AgentRow("gil", List.of(), List.of("gas"), 1, null, true, null),
                Set.of("support"),
                true,
                null,
                1,
                null);

        assertThat(chooser(agent("ana", 0, 9), busy).pick(skilled)).isEmpty();
        assertThat(picked(chooser(agent("ana", 0, 9)), skilled)).isEqualTo("ana");
    }

    @Test
    void aLanguageThatNobodySpeaksIsNotWaitedFor() {
        var spanish = new Need("task", "support", null, "es", Strategy.LEAST_LOADED, null, null);
        var luz = new Candidate(
                new AgentRow("luz", List.of("es"), List.of(), 9, null, true, null),
                Set.of("support"),
                true,
                null,
                8,
                null);
        var ana = new Candidate(
                new AgentRow("ana", List.of("pt"), List.of(), 9, null, true, null),
                Set.of("support"),
                true,
                null,
                0,
                null);

        assertThat(picked(chooser(ana, luz), spanish)).isEqualTo("luz");
        assertThat(picked(chooser(ana), spanish)).isEqualTo("ana");
    }

    /** Whatever comes in whatever order: nobody is overloaded, nobody gets what is not his, and nothing waits in vain. */
    @Test
    void whateverWaitsNobodyIsOverloadedAndNothingWaitsInVain() {
        var random = new Random(20261127);
        for (int round = 0; round < 500; round++) {
            var agents = new ArrayList<Candidate>();
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                agents.add(new Candidate(
                        row("a" + i, random.nextInt(4)),
                        random.nextBoolean() ? Set.of("support") : Set.of("support", "sales"),
                        random.nextInt(4) > 0,
                        null,
                        random.nextInt(4),
                        null));
            }
            var chooser = new Chooser(agents, NOW);
            var loads = new HashMap<String, Integer>();
            agents.forEach(agent -> loads.put(agent.id(), agent.load()));
            for (int i = 0; i < 20; i++) {
                var queue = random.nextBoolean() ? "support" : "sales";
                var strategy = Strategy.values()[random.nextInt(3)];
                var pick = chooser.pick(new Need("t" + i, queue, null, null, strategy, null, null));
                var able = agents.stream()
                        .filter(one -> one.takes()
                                && one.queues().contains(queue)
                                && loads.get(one.id()) < one.row().capacity())
                        .map(Candidate::id)
                        .toList();
                assertThat(pick.map(Pick::agent).isPresent()).isEqualTo(!able.isEmpty());
                pick.ifPresent(given -> {
                    assertThat(able).contains(given.agent());
                    loads.merge(given.agent(), 1, Integer::sum);
                });
            }
        }
    }

    private static Chooser chooser(Candidate... candidates) {
        return new Chooser(List.of(candidates), NOW);
    }

    private static Candidate agent(String id, int load, int capacity) {
        return new Candidate(row(id, capacity), Set.of("support"), true, null, load, null);
    }

    private static Candidate given(Candidate agent, Instant at) {
        return new Candidate(agent.row(), agent.queues(), true, null, agent.load(), at);
    }

    private static AgentRow row(String id, int capacity) {
        return new AgentRow(id, List.of(), List.of(), capacity, null, true, null);
    }

    private static Need need(Strategy strategy) {
        return preferring(null, strategy);
    }

    private static Need preferring(@Nullable String preferred, Strategy strategy) {
        return new Need("task", "support", null, null, strategy, preferred, null);
    }

    private static String picked(Chooser chooser, Need need) {
        return chooser.pick(need).map(Pick::agent).orElse("nobody");
    }
}
