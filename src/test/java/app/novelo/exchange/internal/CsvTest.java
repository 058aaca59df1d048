package app.novelo.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists as spreadsheets of several countries save them. */
class CsvTest {

    @TempDir
    Path folder;

    @Test
    void readsQuotesSeparatorsAndLinesWithinCells() throws IOException {
        var records = records("a,b,c\r\n\"1,5\",\"say \"\"oi\"\"\",\"two\nlines\"\r\n\r\n,,\nlast,,\n", ',');

        assertThat(records)
                .extracting(CsvReader.Record::cells)
                .containsExactly(
                        List.of("a", "b", "c"), List.of("1,5", "say \"oi\"", "two\nlines"), List.of("last", "", ""));
        assertThat(records).extracting(CsvReader.Record::line).containsExactly(1L, 2L, 6L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;b", "a;b\n", "a;b\r", "a;b\r\n"})
    void needsNoEndOfLineAtTheEnd(String text) throws IOException {
        assertThat(records(text, ';')).singleElement().satisfies(record -> assertThat(record.cells())
                .containsExactly("a", "b"));
    }

    @Test
    void countsLinesHoweverTheyEnd() throws IOException {
        assertThat(records("a,b\r1,2\r\r3", ','))
                .extracting(CsvReader.Record::line)
                .containsExactly(1L, 2L, 4L);
    }

    @Test
    void refusesAQuoteThatIsNeverClosedInsteadOfSwallowingTheRest() {
        assertRefused("record-too-long", () -> records("a,b\n\"x," + "1,2\n".repeat(50_000), ','));
        assertRefused("too-many-columns", () -> records(",".repeat(400), ','));
    }

    @Test
    void findsOutHowAListIsWritten() throws IOException {
        assertThat(of("nome;telefone\nJoão;1", StandardCharsets.UTF_8))
                .isEqualTo(new CsvText(StandardCharsets.UTF_8, ';', false));
        assertThat(of("\uFEFFnome,telefone\nJoão,1", StandardCharsets.UTF_8))
                .isEqualTo(new CsvText(StandardCharsets.UTF_8, ',', false));
        assertThat(of("nome\ttelefone\nJoão\t1", Charset.forName("windows-1252")))
                .isEqualTo(new CsvText(Charset.forName("windows-1252"), '\t', false));
        assertThat(of("\"nome, completo; dele\";telefone", StandardCharsets.UTF_8)
                        .separator())
                .isEqualTo(';');
    }

    @Test
    void readsEveryEncodingAsItIs() throws IOException {
        for (var charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"))) {
            var file = file("telefone;nome\n11999;João Ação", charset);
            try (var list = OpenList.at(file, 0)) {
                assertThat(list.next().cells()).containsExactly("11999", "João Ação");
            }
        }
    }

    @Test
    void obeysTheLineInWhichExcelSaysHowItIsSeparated() throws IOException {
        var file = file("sep=;\r\ntelefone;nome\r\n11999;a,b,c\r\n", StandardCharsets.UTF_8);
        try (var list = OpenList.at(file, 0)) {
            assertThat(list.next()).isEqualTo(new CsvReader.Record(3, List.of("11999", "a,b,c")));
        }
    }

    @Test
    void refusesWhatIsNoText() {
        assertRefused("encoding", () -> of("telefone", StandardCharsets.UTF_16));
        assertRefused("encoding", () -> of("telefone\0", StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "Telefone,PHONE",
        "CELULAR ,PHONE",
        "Número de teléfono,PHONE",
        "Nome Completo,NAME",
        "DDD,AREA",
        "Responsável,OWNER",
        "opt-in,MARKETING",
        "Data do consentimento,CONSENT_AT",
        "consent_source,CONSENT_SOURCE"
    })
    void knowsColumnsByTheirNames(String header, CustomerField field) {
        assertThat(CustomerField.of(header)).contains(field);
    }

    @Test
    void needsAColumnWithNumbers() {
        assertRefused("no-phone-column", () -> CsvColumns.of(List.of("nome", "cidade")));
        assertThat(CsvColumns.of(List.of("cidade", "fone", "celular")).shown(name -> true))
                .extracting(CsvColumns.Column::field)
                .containsExactly(null, "phone", null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+55 11", "-2", "@SUM(A1)", "\t=1", "\r=1", "＝1"})
    void writesNoFormula(String cell) {
        var written = CsvWriter.record(List.of(cell, "b\"c"), ';');

        assertThat(written).isEqualTo("\"'" + cell + "\";\"b\"\"c\"\r\n");
        assertThat(CsvWriter.asItWas("'" + cell)).isEqualTo(cell);
        assertThat(CsvWriter.asItWas("'normal")).isEqualTo("'normal");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-31,2025-12-31T03:00:00Z",
        "2025-12-31 10:30,2025-12-31T13:30:00Z",
        "31/12/2025,2025-12-31T03:00:00Z",
        "1/2/2025 08:00,2025-02-01T11:00:00Z",
        "2025-12-31T10:00:00Z,2025-12-31T10:00:00Z"
    })
    void readsDays(String written, String instant) {
        assertThat(ListDay.read(written, ZoneId.of("America/Sao_Paulo"))).contains(Instant.parse(instant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12/31/2025", "31/02/2025", "ontem", "2025", "31.12.2025", "00/01/1900", "01/01/1900"})
    void takesNothingElseForADay(String written) {
        assertThat(ListDay.read(written, ZoneId.of("America/Sao_Paulo"))).isEmpty();
    }

    private interface Work {
        Object run() throws IOException;
    }

    private static void assertRefused(String problem, Work work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(FileRefused.class, e -> assertThat(e.problem())
                .isEqualTo(problem));
    }

    private CsvText of(String text, Charset charset) throws IOException {
        return CsvText.of(file(text, charset));
    }

    private Path file(String text, Charset charset) throws IOException {
        return Files.write(folder.resolve("list.csv"), text.getBytes(charset));
    }

    private static List<CsvReader.Record> records(String text, char separator) throws IOException {
        var records = new ArrayList<CsvReader.Record>();
        try (var reader = new CsvReader(new StringReader(text), separator)) {
            for (var record = reader.next(); record != null; record = reader.next()) {
                records.add(record);
            }
        }
        return records;
    }
}
