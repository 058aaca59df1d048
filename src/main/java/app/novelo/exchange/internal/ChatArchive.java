package app.novelo.exchange.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** An exported chat: a text, or an archive with that text and the files of its messages. Nothing is unpacked by its name. */
final class ChatArchive implements Closeable {

    /** Bytes of all files, unpacked. Pictures, sounds and videos hardly shrink, and no archive of more than 100 MB comes here. */
    private static final long MOST_BYTES = 600L << 20;

    /** Bytes of one file, as in messages. */
    static final long MOST_BYTES_OF_A_FILE = 100L << 20;

    /** So many times an archive may grow; a chat of nothing but "ok" shrinks to a twentieth. Small ones may as they like. */
    private static final long MOST_GROWTH = 60;

    private static final long SMALL = 16L << 20;
    private static final int LONGEST_NAME = 250;

    private static final Pattern NAME_OF_A_CHAT = Pattern.compile(
            "^(?:_chat|(?:whatsapp chat|conversa do whatsapp|chat de whatsapp|conversación de whatsapp|chat do whatsapp).*)\\.txt$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final byte[] ZIP = {'P', 'K'};

    private final Path file;
    private final @Nullable ZipFile zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();

    private ChatArchive(Path file, @Nullable ZipFile zip) {
        this.file = file;
        this.zip = zip;
    }

    static ChatArchive open(Path file) throws IOException {
        if (!isZip(file)) {
            return new ChatArchive(file, null);
        }
        ZipLimits.check(file);
        try {
            var archive = new ChatArchive(file, new ZipFile(file.toFile()));
            try {
                archive.look();
                return archive;
            } catch (RuntimeException e) {
                archive.close();
                throw e;
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw new FileRefused("not-an-archive", "the file is no zip archive, or a broken one");
        }
    }

    private static boolean isZip(Path file) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            return Arrays.equals(bytes.readNBytes(ZIP.length), ZIP);
        }
    }

    private void look() throws IOException {
        long packed = Files.size(file);
        long unpacked = 0;
        for (var entry : entriesOf()) {
            checkName(entry.getName());
            unpacked += Math.max(0, entry.getSize());
            if (unpacked > MOST_BYTES || unpacked > SMALL && unpacked / MOST_GROWTH > packed) {
                throw new FileRefused("bomb", "unpacked, the archive would be far larger than a chat");
            }
            if (!entry.isDirectory() && entries.put(lastPart(entry.getName()), entry) != null) {
                throw new FileRefused("hostile-name", "two files of the archive have one name");
            }
        }
    }

    private List<? extends ZipEntry> entriesOf() {
        return zip == null ? List.of() : zip.stream().toList();
    }

    private static void checkName(String name) {
        boolean climbs = List.of(name.split("[/\\\\]", -1)).contains("..");
        boolean rooted = name.startsWith("/") || name.startsWith("\\") || name.matches("^[A-Za-z]:.*");
        if (climbs || rooted || name.length() > LONGEST_NAME || name.chars().anyMatch(c -> c < ' ')) {
            throw new FileRefused("hostile-name", "a file of the archive has a name that no export has");
        }
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** @return the chat itself */
    InputStream chat() throws IOException {
        if (zip == null) {
            return Files.newInputStream(file);
        }
        return zip.getInputStream(chatEntry());
    }

    private ZipEntry chatEntry() {
        var texts = entries.entrySet().stream()
                .filter(entry -> entry.getKey().toLowerCase(Locale.ROOT).endsWith(".txt"))
                .toList();
        var named = texts.stream()
                .filter(entry -> NAME_OF_A_CHAT.matcher(entry.getKey()).matches())
                .toList();
        var chats = named.isEmpty() ? texts : named;
        if (chats.size() != 1) {
            throw new FileRefused("no-chat", "the archive holds " + chats.size() + " texts that may be a chat");
        }
        return chats.get(0).getValue();
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    /** @return a file of the chat, which ends where it may be no longer; empty if it was not exported */
    Optional<InputStream> file(String name) throws IOException {
        var entry = entries.get(name);
        return entry == null || zip == null
                ? Optional.empty()
                : Optional.of(new BoundedInput(zip.getInputStream(entry), MOST_BYTES_OF_A_FILE, "file-too-large"));
    }

    /** @return as it says of itself; it is counted while it is read */
    long size(String name) {
        var entry = entries.get(name);
        return entry == null ? 0 : Math.max(0, entry.getSize());
    }

    @Override
    public void close() throws IOException {
        if (zip != null) {
            zip.close();
        }
    }
}
