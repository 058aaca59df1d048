package app.novelo.media.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.media.FileKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file is, whatever it is called. */
class SniffedKindTest {

    private final FileKind kinds = new SniffedKind();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "ffd8ffe000104a46494600010100, image/jpeg",
        "89504e470d0a1a0a0000000d49484452, image/png",
        "474946383961, image/gif",
        "524946461a000000574542505650384c, image/webp",
        "0000001c6674797069736f6d0000020069736f6d, video/mp4",
        "0000001c667479704d344120000000004d344120, audio/mp4",
        "0000001466747970336770340000000033677034, video/3gpp",
        "2321414d520a3c, audio/amr",
        "49443303000000000000, audio/mpeg",
        "fffb9064000000000000, audio/mpeg",
        "fff15080017ffc2100, audio/aac",
        "4f676753000200000000000000004e6f766f0000000000000000011300, audio/ogg",
        "255044462d312e37, application/pdf"
    })
    void isReadFromItsFirstBytes(String hex, String type) throws IOException {
        assertThat(kind("x.bin", HexFormat.of().parseHex(hex))).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "foto.jpg | <html><body>x</body></html>",
                "foto.png | <svg xmlns='http://www.w3.org/2000/svg'/>",
                "foto.jpg | no picture at all",
                "voz.ogg  | MZ",
                "voz.mp3  | just a text",
                "foto.jpg | GIF",
                "foto.jpg | ''"
            })
    void isNeverSafeByItsNameAlone(String name, String content) throws IOException {
        assertThat(FileKind.SAFE).doesNotContain(kind(name, content.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void tellsASpreadsheetFromAnyArchiveByItsName() throws IOException {
        var archive = HexFormat.of().parseHex("504b03041400000008000000");

        assertThat(kind("a.xlsx", archive))
                .isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(kind("a.jpg", archive)).isEqualTo("application/zip");
    }

    private String kind(String name, byte[] bytes) throws IOException {
        return kinds.of(Files.write(folder.resolve("file"), bytes), name);
    }
}
