package app.novelo.exchange.internal;

import app.novelo.exchange.internal.ChatPreview.Participant;
import app.novelo.exchange.internal.ChatPreview.Sample;
import app.novelo.exchange.internal.ChatWords.Said;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks a chat through. */
final class ChatLook {

    /** More write in groups, of which this release reads none; the rest stays as small as it is. */
    private static final int MOST_PARTICIPANTS = 50;

    private static final int SAMPLES = 5;
    private static final int LONGEST_SAMPLE = 200;

    private final ChatArchive archive;
    private final String filename;
    private final ZoneId zone;
    private final DayOrders orders;
    private final Map<String, Long> names = new LinkedHashMap<>();
    private final List<Sample> samples = new ArrayList<>();
    private @Nullable Stamp first;
    private @Nullable Stamp last;
    private long files;
    private long missing;
    private long told;

    private ChatLook(ChatArchive archive, String filename, ZoneId zone, Instant now) {
        this.archive = archive;
        this.filename = filename;
        this.zone = zone;
        this.orders = new DayOrders(LocalDateTime.ofInstant(now, zone).plusDays(1));
    }

    /** @param filename often tells with whom the chat is */
    static ChatPreview at(ChatArchive archive, String filename, ZoneId zone, Instant now) throws IOException {
        var look = new ChatLook(archive, filename, zone, now);
        try (var reader = new ChatReader(archive.chat())) {
            for (var entry = reader.next(); entry != null; entry = reader.next()) {
                look.see(entry);
            }
        }
        return look.preview();
    }

    private void see(ChatEntry entry) {
        orders.see(entry.stamp());
        var said = ChatWords.read(entry);
        var name = entry.name();
        if (name == null || said instanceof Said.OfWhatsApp) {
            told++;
            return;
        }
        first = first == null ? entry.stamp() : first;
        last = entry.stamp();
        names.merge(name, 1L, Long::sum);
        if (names.size() > MOST_PARTICIPANTS) {
            throw new FileRefused("group", "more than " + MOST_PARTICIPANTS + " people write in it");
        }
        var file = said instanceof Said.File attached ? attached.name() : null;
        if (file != null && archive.has(file)) {
            files++;
        } else if (file != null || said instanceof Said.MissingFile) {
            missing++;
        }
        sample(name, entry, said, file);
    }

    private void sample(String name, ChatEntry entry, Said said, @Nullable String file) {
        if (samples.size() < SAMPLES) {
            var text = said instanceof Said.Words words ? shortened(words.text()) : null;
            samples.add(new Sample(name, written(entry.stamp()), text, file));
        }
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_SAMPLE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_SAMPLE)) + "…";
    }

    private static String written(Stamp stamp) {
        return String.format(
                Locale.ROOT,
                "%02d/%02d/%02d %02d:%02d",
                stamp.first(),
                stamp.middle(),
                stamp.third(),
                stamp.hour(),
                stamp.minute());
    }

    private ChatPreview preview() {
        if (names.isEmpty()) {
            throw new FileRefused("no-chat", "nobody says anything in it, or it is no export of WhatsApp");
        }
        if (orders.possible().isEmpty()) {
            throw new FileRefused("dates", "its dates fit no order of day, month and year");
        }
        var order = orders.found().orElse(null);
        var customer = customer();
        var us = us(customer);
        var asks = new ArrayList<String>();
        if (us == null && customer == null) {
            asks.add("us");
        }
        if (order == null) {
            asks.add("order");
        }
        return new ChatPreview(
                participants(),
                customer,
                us,
                order,
                orders.possible(),
                at(order, first),
                at(order, last),
                names.values().stream().mapToLong(Long::longValue).sum(),
                files,
                missing,
                told,
                List.copyOf(samples),
                List.copyOf(asks));
    }

    private @Nullable Instant at(@Nullable DayOrder order, @Nullable Stamp stamp) {
        return order == null || stamp == null
                ? null
                : order.at(stamp).map(at -> at.atZone(zone).toInstant()).orElse(null);
    }

    private List<Participant> participants() {
        return names.entrySet().stream()
                .map(entry -> new Participant(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Participant::messages).reversed())
                .toList();
    }

    /** An export is called by whom the chat is with. */
    private @Nullable String customer() {
        var named =
                names.keySet().stream().filter(name -> filename.contains(name)).toList();
        return named.size() == 1 && names.size() <= 2 ? named.get(0) : null;
    }

    private @Nullable String us(@Nullable String customer) {
        return customer == null
                ? null
                : names.keySet().stream()
                        .filter(name -> !name.equals(customer))
                        .findFirst()
                        .orElse(null);
    }
}
