package app.novelo.conversation.internal;

import app.novelo.conversation.Conversation;
import app.novelo.desk.Calendars;
import app.novelo.desk.Queue;
import app.novelo.desk.Queues;
import app.novelo.desk.UnusableCalendar;
import app.novelo.platform.NoveloSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says when somebody will be there. What cannot be known is not promised. */
@Component
class NextOpening {

    private static final Map<String, String> WORDS = Map.of(
            "pt", "', a partir de' EEEE, d 'de' MMMM, 'às' HH:mm",
            "en", "', from' EEEE, d MMMM, HH:mm 'on'",
            "es", "', a partir del' EEEE, d 'de' MMMM, 'a las' HH:mm");

    private final Queues queues;
    private final Calendars calendars;
    private final NoveloSettings settings;
    private final Clock clock;

    NextOpening(Queues queues, Calendars calendars, NoveloSettings settings, Clock clock) {
        this.queues = queues;
        this.calendars = calendars;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return words to go on with, in the customer's language and the company's time; empty while the queue is open */
    String of(Conversation conversation) {
        return closedUntil(conversation.queue())
                .map(opens -> formatter(conversation.language()).format(opens.atZone(settings.timeZone())))
                .orElse("");
    }

    private Optional<Instant> closedUntil(String queue) {
        var now = clock.instant();
        try {
            return queues.find(queue)
                    .map(Queue::calendar)
                    .filter(calendar -> !calendars.isOpen(calendar, now))
                    .flatMap(calendar -> calendars.nextOpening(calendar, now));
        } catch (UnusableCalendar e) {
            return Optional.empty();
        }
    }

    private DateTimeFormatter formatter(@Nullable String language) {
        var spoken = Locale.forLanguageTag(
                        Objects.requireNonNullElse(language, settings.language().toLanguageTag()))
                .getLanguage();
        var known = WORDS.containsKey(spoken) ? spoken : "en";
        return DateTimeFormatter.ofPattern(Objects.requireNonNull(WORDS.get(known)), Locale.forLanguageTag(known));
    }
}
