package app.novelo.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that are no chats, and some that only look like one. */
class ChatArchiveTest {

    private static final String CHAT = "01/02/2024 10:00 - Ana: oi";

    @TempDir
    Path folder;

    @Test
    void findsTheChatByItsNameAmongOtherTexts() throws IOException {
        for (var name : new String[] {
            "_chat.txt",
            "Conversa do WhatsApp com Ana.txt",
            "WhatsApp Chat with Ana.txt",
            "Chat de WhatsApp con Ana.txt"
        }) {
            try (var archive = ChatArchive.open(zip(name, CHAT, "notas.txt", "x", "a/IMG-1.jpg", "y"))) {
                assertThat(archive.chat()).hasContent(CHAT);
                assertThat(archive.file("IMG-1.jpg").orElseThrow()).hasContent("y");
                assertThat(archive.file("IMG-2.jpg")).isEmpty();
            }
        }
    }

    @Test
    void takesATextAsAChatWithoutFiles() throws IOException {
        try (var archive = ChatArchive.open(Files.writeString(folder.resolve("chat.txt"), CHAT))) {
            assertThat(archive.chat()).hasContent(CHAT);
            assertThat(archive.file("IMG-1.jpg")).isEmpty();
        }
    }

    @Test
    void refusesAnArchiveWithoutOneChat() throws IOException {
        assertRefused("no-chat", zip("a.jpg", "x"));
        assertRefused("no-chat", zip("a.txt", CHAT, "b.txt", CHAT));
        assertRefused("no-chat", zip("inner.zip", new String(zipped("_chat.txt", CHAT), StandardCharsets.ISO_8859_1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "a/../../b.txt",
                "/etc/passwd",
                "C:\\Windows\\x.txt",
                "..\\..\\x.txt",
                "\\\\server\\share",
                "x\u0007.txt"
            })
    void refusesNamesThatClimb(String name) throws IOException {
        assertRefused("hostile-name", zip("_chat.txt", CHAT, name, "x"));
    }

    @Test
    void refusesNamesThatNobodyHas() throws IOException {
        assertRefused("hostile-name", zip("_chat.txt", CHAT, "x".repeat(300), "x"));
        assertRefused("hostile-name", zip("_chat.txt", CHAT, "a/x.jpg", "1", "b/x.jpg", "2"));
    }

    @Test
    void refusesABombByWhatItSaysOfItself() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("_chat.txt"));
            zip.write(CHAT.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("bomb.bin"));
            zeros(zip, 64);
        }
        assertRefused("bomb", Files.write(folder.resolve("bomb.zip"), bytes.toByteArray()));
    }

    /** The list of entries says that the chat has ten bytes; what is read is counted all the same. */
    @Test
    void endsAFileThatIsLongerThanItMayBeWhateverTheArchiveSays() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("_chat.txt"));
            zip.write((CHAT + "\n").getBytes(StandardCharsets.UTF_8));
            zeros(zip, 70);
        }
        var lying = bytes.toByteArray();
        var buffer = ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < lying.length - 4; at++) {
            if (buffer.getInt(at) == 0x02014b50) {
                buffer.putInt(at + 24, 10); // uncompressed size in the central directory
            }
        }
        var file = Files.write(folder.resolve("lying.zip"), lying);

        assertThatThrownBy(() -> {
                    try (var archive = ChatArchive.open(file);
                            var reader = new ChatReader(archive.chat())) {
                        while (reader.next() != null) {
                            continue;
                        }
                    }
                })
                .isInstanceOfAny(FileRefused.class, IOException.class);
    }

    @Test
    void refusesMoreEntriesThanAChatHas() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i <= ZipLimits.MOST_ENTRIES; i++) {
                zip.putNextEntry(new ZipEntry("f" + i));
            }
        }
        assertRefused("too-many-entries", Files.write(folder.resolve("many.zip"), bytes.toByteArray()));
    }

    @Test
    void refusesWhatIsBroken() throws IOException {
        var whole = zipped("_chat.txt", CHAT);
        assertRefused(
                "not-an-archive", Files.write(folder.resolve("half.zip"), Arrays.copyOf(whole, whole.length / 2)));
        assertRefused("not-an-archive", Files.write(folder.resolve("pk.zip"), new byte[] {'P', 'K'}));
    }

    private static void zeros(OutputStream out, int megabytes) throws IOException {
        for (int i = 0; i < megabytes; i++) {
            out.write(new byte[1 << 20]);
        }
    }

    private void assertRefused(String problem, Path file) {
        assertThatThrownBy(() -> {
                    try (var archive = ChatArchive.open(file)) {
                        archive.chat().close();
                    }
                })
                .isInstanceOfSatisfying(
                        FileRefused.class, e -> assertThat(e.problem()).isEqualTo(problem));
    }

    private Path zip(String... namesAndTexts) throws IOException {
        return Files.write(folder.resolve("chat.zip"), zipped(namesAndTexts));
    }

    static byte[] zipped(String... namesAndTexts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
