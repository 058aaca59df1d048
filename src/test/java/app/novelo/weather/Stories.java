package app.novelo.weather;

import app.novelo.weather.Story.Answer;
import app.novelo.weather.Story.Graph;
import app.novelo.weather.Story.Written;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random stories. */
final class Stories {

    private static final int MOST_SECONDS = 20;
    private static final int NEVER = 1000;

    private Stories() {}

    static Arbitrary<Story> calm() {
        return stories(Arbitraries.just(NEVER));
    }

    static Arbitrary<Story> withAKill() {
        return stories(Arbitraries.integers().between(0, 3));
    }

    private static Arbitrary<Story> stories(Arbitrary<Integer> kills) {
        return Arbitraries.integers().between(1, 3).flatMap(customers -> Combinators.combine(
                        written(customers),
                        Arbitraries.integers().between(1, 4).list().ofSize(5),
                        answers(customers),
                        kills)
                .as((written, batches, answers, kill) -> new Story(customers, written, batches, answers, kill)));
    }

    /** Every message comes at least once, each in any place, some again. */
    private static Arbitrary<List<Written>> written(int customers) {
        var seconds = Arbitraries.integers().between(0, MOST_SECONDS);
        return seconds.list()
                .ofMinSize(customers)
                .ofMaxSize(customers * 5)
                .map(times -> numbered(times, customers))
                .flatMap(once -> Arbitraries.of(once)
                        .list()
                        .ofMaxSize(once.size())
                        .flatMap(again -> Arbitraries.shuffle(together(once, again))));
    }

    private static List<Written> numbered(List<Integer> seconds, int customers) {
        var all = new ArrayList<Written>();
        for (int i = 0; i < seconds.size(); i++) {
            all.add(new Written(i % customers, i, seconds.get(i)));
        }
        return all;
    }

    private static Arbitrary<List<Answer>> answers(int customers) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, customers - 1),
                        Arbitraries.of(Graph.class).list().ofMaxSize(2),
                        statuses(),
                        Arbitraries.of(true, false))
                .as(Answer::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    private static Arbitrary<List<String>> statuses() {
        return Arbitraries.of("sent", "delivered", "read", "failed").list().ofMaxSize(6);
    }

    private static <T> List<T> together(List<T> one, List<T> other) {
        var all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }
}
