package app.novelo.exchange.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What WhatsApp itself writes into an export, in Portuguese, English and Spanish, on Android and iOS. */
final class ChatWords {

    /** {@code IMG-20250101-WA0001.jpg (file attached)}, the caption below. */
    private static final Pattern ANDROID_FILE = Pattern.compile(
            "^([^\\n/\\\\]{1,200}\\.[A-Za-z0-9]{1,8}) \\((?:file attached|arquivo anexado|ficheiro anexado|archivo adjunto)\\)(?:\\n(.*))?$",
            Pattern.DOTALL);

    /** {@code <attached: 00000012-PHOTO-2025-01-01-10-00-00.jpg>}, the caption before it. */
    private static final Pattern IOS_FILE = Pattern.compile(
            "^(?:(.*?)\\s?)<(?:attached|anexado|anexo|adjunto|archivo adjunto): ([^<>\\n/\\\\]{1,200})>$",
            Pattern.DOTALL);

    /** iOS: {@code image omitted}; Android: {@code <Media omitted>}. */
    private static final Pattern OMITTED = Pattern.compile(
            "^(?:<(?:media omitted|mídia oculta|ficheiro não revelado|arquivo de mídia oculto|multimedia omitido|archivo omitido|media omesso)>"
                    + "|(?:image|video|audio|sticker|document|gif|contact card|video note) omitted"
                    + "|(?:imagem|vídeo|áudio|figurinha|documento|gif|cartão do contato|mensagem de vídeo)"
                    + " (?:ocultad[oa]|omitid[oa]|não revelad[oa])"
                    + "|(?:imagen|video|audio|sticker|documento|gif|tarjeta de contacto) omitid[oa])(?:\\n(.*))?$",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Set<String> DELETED = Set.of(
            "this message was deleted",
            "you deleted this message",
            "this message was deleted by admin",
            "mensagem apagada",
            "essa mensagem foi apagada",
            "esta mensagem foi apagada",
            "você apagou esta mensagem",
            "você apagou essa mensagem",
            "apagou esta mensagem",
            "esta mensagem foi eliminada",
            "se eliminó este mensaje",
            "este mensaje fue eliminado",
            "eliminaste este mensaje");

    private static final List<String> EDITED = List.of(
            "<This message was edited>",
            "<Esta mensagem foi editada>",
            "<Mensagem editada>",
            "<Se editó este mensaje.>",
            "<Se editó este mensaje>",
            "<Este mensaje fue editado>");

    private static final Pattern PLACE = Pattern.compile(
            "^(?:location|localização|ubicación): https://(?:maps\\.google\\.com/\\?q=|www\\.google\\.com/maps\\?q=)(-?\\d{1,3}\\.\\d{1,15}),(-?\\d{1,3}\\.\\d{1,15})$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** iOS marks these as well, but somebody called, which the other saw. */
    private static final Pattern CALL = Pattern.compile(
            "^(?:missed (?:voice|video) call|(?:voice|video) call|chamada de (?:voz|vídeo).*|(?:llamada|videollamada).*).*$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    private ChatWords() {}

    static Said read(ChatEntry entry) {
        if (entry.name() == null) {
            return new Said.OfWhatsApp();
        }
        return file(entry.text())
                .or(() -> omitted(entry.text()))
                .or(() -> place(entry.text()))
                .orElseGet(() -> words(entry));
    }

    private static Optional<Said> file(String text) {
        var android = ANDROID_FILE.matcher(text);
        if (android.matches()) {
            return Optional.of(new Said.File(android.group(1), caption(android.group(2))));
        }
        var ios = IOS_FILE.matcher(text);
        return ios.matches() ? Optional.of(new Said.File(ios.group(2), caption(ios.group(1)))) : Optional.empty();
    }

    private static Optional<Said> omitted(String text) {
        var omitted = OMITTED.matcher(text);
        return omitted.matches() ? Optional.of(new Said.MissingFile(caption(omitted.group(1)))) : Optional.empty();
    }

    private static @Nullable String caption(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static Optional<Said> place(String text) {
        var place = PLACE.matcher(text);
        if (!place.matches()) {
            return Optional.empty();
        }
        double latitude = Double.parseDouble(place.group(1));
        double longitude = Double.parseDouble(place.group(2));
        return Math.abs(latitude) > 90 || Math.abs(longitude) > 180
                ? Optional.empty()
                : Optional.of(new Said.Place(latitude, longitude));
    }

    private static Said words(ChatEntry entry) {
        var text = entry.text();
        var bare = text.toLowerCase(Locale.ROOT).replaceAll("[.]$", "");
        if (DELETED.contains(bare)) {
            return new Said.Deleted();
        }
        if (text.isEmpty() || entry.marked() && !CALL.matcher(text).matches() && !isEdited(text)) {
            return new Said.OfWhatsApp();
        }
        return new Said.Words(withoutEdited(text), isEdited(text));
    }

    private static boolean isEdited(String text) {
        return EDITED.stream().anyMatch(text::endsWith);
    }

    private static String withoutEdited(String text) {
        return EDITED.stream()
                .filter(text::endsWith)
                .findFirst()
                .map(mark -> text.substring(0, text.length() - mark.length()).strip())
                .orElse(text);
    }

    /** What an entry is. */
    sealed interface Said {

        record Words(String text, boolean edited) implements Said {}

        /** @param name as the archive calls it */
        record File(String name, @Nullable String caption) implements Said {}

        /** A file that was not exported. */
        record MissingFile(@Nullable String caption) implements Said {}

        record Place(double latitude, double longitude) implements Said {}

        record Deleted() implements Said {}

        /** That chats are encrypted, that somebody's number changed: nobody has said it. */
        record OfWhatsApp() implements Said {}
    }
}
