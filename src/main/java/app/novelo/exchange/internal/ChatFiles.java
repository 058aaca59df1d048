package app.novelo.exchange.internal;

import app.novelo.channel.Content;
import app.novelo.conversation.PastMessages;
import app.novelo.exchange.internal.ChatImport.ChatPortion;
import app.novelo.exchange.internal.ChatWords.Said;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Files of an exported chat. What they are is found out from their bytes; their names tell no more than what is a voice note. */
@Component
class ChatFiles {

    private final PastMessages past;

    ChatFiles(PastMessages past) {
        this.past = past;
    }

    /** One that was not exported, or is too large to be a message's, leaves a place. */
    PastMessages.Said message(ChatArchive archive, OpenChat.Line line, Said.File file, ChatPortion portion)
            throws IOException {
        var type = keep(archive, line, file);
        if (type == null) {
            portion.missing++;
            return said(line, "media_placeholder", file.caption(), null, null, false);
        }
        portion.files++;
        portion.bytes += archive.size(file.name());
        var kind = kind(type);
        var content = new Content.File(kind.equals("audio") && isVoice(file.name()));
        return said(line, kind, file.caption(), content, idOf(line), false);
    }

    private @Nullable String keep(ChatArchive archive, OpenChat.Line line, Said.File file) throws IOException {
        var bytes = archive.file(file.name());
        if (bytes.isEmpty() || archive.size(file.name()) == 0) {
            return null;
        }
        try (var in = bytes.get()) {
            return past.keepFile(idOf(line), file.name(), isVoice(file.name()), in);
        } catch (FileRefused e) {
            past.forgetFile(idOf(line));
            return null;
        }
    }

    /** The same in every portion that comes again. */
    static UUID idOf(OpenChat.Line line) {
        return UUID.nameUUIDFromBytes(line.id().getBytes(StandardCharsets.UTF_8));
    }

    private static String kind(String type) {
        if (type.equals("image/webp")) {
            return "sticker";
        }
        var family = type.substring(0, Math.max(0, type.indexOf('/')));
        return switch (family) {
            case "image", "video", "audio" -> family;
            default -> "document";
        };
    }

    /** Android: PTT, push to talk; iOS: AUDIO. */
    private static boolean isVoice(String name) {
        var upper = name.toUpperCase(Locale.ROOT);
        return upper.startsWith("PTT-") || upper.contains("-AUDIO-") && upper.endsWith(".OPUS");
    }

    static PastMessages.Said said(
            OpenChat.Line line,
            String kind,
            @Nullable String text,
            @Nullable Content content,
            @Nullable UUID file,
            boolean takenBack) {
        return new PastMessages.Said(
                line.id(),
                Objects.requireNonNull(line.at()),
                line.ours(),
                kind,
                text,
                content,
                line.same(),
                file,
                takenBack);
    }
}
