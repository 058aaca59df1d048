package app.novelo.exchange.internal;

import app.novelo.channel.Content;
import app.novelo.conversation.PastMessages;
import app.novelo.customer.Customer;
import app.novelo.customer.Customers;
import app.novelo.exchange.internal.ChatWords.Said;
import app.novelo.platform.NoveloSettings;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes in a chat that WhatsApp has exported. */
@Component
class ChatImport implements Importer {

    private static final int PORTION = 200;

    /** Bytes of files in one transaction, the last one beside. */
    private static final long PORTION_OF_FILES = 16L << 20;

    private final ChatDecisions decisions;
    private final ChatFiles files;
    private final PastMessages past;
    private final Customers customers;
    private final NoveloSettings settings;
    private final ObjectMapper json;
    private final Clock clock;
    private final Resumed<OpenChat> open = new Resumed<>();

    ChatImport(
            ChatDecisions decisions,
            ChatFiles files,
            PastMessages past,
            Customers customers,
            NoveloSettings settings,
            ObjectMapper json,
            Clock clock) {
        this.decisions = decisions;
        this.files = files;
        this.past = past;
        this.customers = customers;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.CHAT;
    }

    @Override
    public ChatPreview look(ImportRow row, Path file) throws IOException {
        try (var archive = ChatArchive.open(file)) {
            return ChatLook.at(archive, row.filename(), settings.timeZone(), clock.instant());
        }
    }

    @Override
    public ChatChoices choices(ImportRow row, JsonNode asked) {
        return decisions.of(read(row.preview(), ChatPreview.class), asked);
    }

    @Override
    public Portion run(ImportRow row, Path file) throws IOException {
        var choices = read(row.choices(), ChatChoices.class);
        var chat = open.at(row, position -> OpenChat.at(file, choices, position));
        var portion = new ChatPortion();
        var line = chat.next();
        while (line != null) {
            portion.count++;
            take(chat, choices, line, portion);
            boolean full = portion.count == PORTION || portion.bytes >= PORTION_OF_FILES;
            line = full ? null : chat.next();
            portion.done = !full && line == null;
        }
        portion.done |= portion.count == 0;
        var report = store(row, choices, portion);
        stands(row.position() + portion.count, portion.done);
        return new Portion(row.position() + portion.count, report, portion.done);
    }

    private void stands(long position, boolean done) {
        open.stands(position);
        if (done) {
            open.close();
        }
    }

    private void take(OpenChat chat, ChatChoices choices, OpenChat.Line line, ChatPortion portion) throws IOException {
        var name = line.entry().name();
        boolean his = name != null && name.equals(choices.them());
        if (line.at() == null || !line.ours() && !his || line.at().isAfter(clock.instant())) {
            portion.left++;
            return;
        }
        var words = line.words();
        if (words instanceof Said.File file) {
            portion.said.add(files.message(chat.archive(), line, file, portion));
        } else if (words instanceof Said.MissingFile missing) {
            portion.missing++;
            portion.said.add(message(line, "media_placeholder", missing.caption(), null));
        } else if (words instanceof Said.Place place) {
            var content = new Content.Location(place.latitude(), place.longitude(), null, null, null);
            portion.said.add(message(line, "location", null, content));
        } else if (words instanceof Said.Words text) {
            portion.said.add(message(line, "text", text.text(), new Content.Text(false)));
        } else {
            portion.said.add(message(line, "text", null, null));
        }
    }

    private static PastMessages.Said message(
            OpenChat.Line line, String kind, @Nullable String text, @Nullable Content content) {
        boolean deleted = line.words() instanceof Said.Deleted;
        return ChatFiles.said(line, kind, text, content, null, deleted);
    }

    /** The customer may have been merged into another since it was started. */
    private ChatReport store(ImportRow row, ChatChoices choices, ChatPortion portion) {
        var before = row.report() == null ? ChatReport.NOTHING : read(row.report(), ChatReport.class);
        var customer = customers
                .find(choices.customer())
                .map(Customer::id)
                .orElseThrow(() -> new FileRefused("gone", "the customer is no longer there"));
        long added = past.add(customer, choices.line(), portion.said);
        return before.plus(
                new ChatReport(added, portion.said.size() - added, portion.files, portion.missing, portion.left));
    }

    /** Files of a portion that came to nothing. */
    @Override
    public void forget(ImportRow row, Path file) throws IOException {
        if (row.choices() == null) {
            return;
        }
        var choices = read(row.choices(), ChatChoices.class);
        try (var chat = OpenChat.at(file, choices, row.position())) {
            for (var line = chat.next(); line != null; line = chat.next()) {
                past.forgetFile(ChatFiles.idOf(line));
            }
        }
    }

    private <T> T read(@Nullable JsonNode column, Class<T> type) {
        return json.convertValue(column, type);
    }

    /** What is taken in at once. */
    static final class ChatPortion {
        final List<PastMessages.Said> said = new ArrayList<>();
        long count;
        long bytes;
        long files;
        long missing;
        long left;
        boolean done;
    }
}
