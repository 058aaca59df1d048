package app.novelo.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../../etc/passwd           | passwd",
                "C:\\Windows\\system32\\a.dll | a.dll",
                "/                          | file",
                "..                         | file",
                "''                         | file",
                "Orçamento 2026.pdf         | Orçamento 2026.pdf",
                "a\u202Egpj.exe             | agpj.exe",
                "a\u2066b\u200Fc\u200Bd.txt  | abcd.txt",
                "a\u0000.pdf                | a.pdf",
                "CON.txt                    | _CON.txt",
                "lpt1                       | _lpt1",
                "a\"; filename=\"b.exe      | a__ filename=_b.exe",
                ".htaccess                  | htaccess",
                "name.                      | name",
                "\uD83D\uDE00.png           | \uD83D\uDE00.png",
                "half \uD83D.png            | half .png"
            })
    void isMadeHarmless(String claimed, String clean) {
        assertThat(FileName.clean(claimed, "file")).isEqualTo(clean);
    }

    @Test
    void keepsItsEndingWhenItIsTooLong() {
        assertThat(FileName.clean("\uD83D\uDE00".repeat(4096) + ".pdf", "file"))
                .endsWith(".pdf")
                .hasSizeLessThan(260);
    }

    @Test
    void holdsNoSecondHeader() {
        assertThat(FileName.clean("a\r\nSet-Cookie: x=1", "file")).isEqualTo("aSet-Cookie_ x=1");
    }

    @Test
    void isGivenWhereThereIsNone() {
        assertThat(FileName.clean(null, "image")).isEqualTo("image");
    }
}
