package app.novelo.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.novelo.exchange.internal.ChatWords.Said;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports as Android and iOS write them, in three languages, and what only looks like one. */
class ChatReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31/12/2025 23:59 - Ana: oi",
                "31/12/2025, 23:59 - Ana: oi",
                "31/12/25, 23:59 - Ana: oi",
                "31/12/2025 às 23:59 - Ana: oi",
                "12/31/25, 11:59 PM - Ana: oi",
                "12/31/25, 11:59\u202FPM - Ana: oi",
                "31/12/25, 11:59 p.\u00A0m. - Ana: oi",
                "31.12.25, 23:59 - Ana: oi",
                "2025-12-31, 23:59 - Ana: oi",
                "[31/12/2025, 23:59:00] Ana: oi",
                "\u200E[31/12/2025, 23:59:00] Ana: oi",
                "[31/12/25 23:59:00] Ana: oi",
                "[12/31/25, 11:59:00\u202FPM] Ana: oi",
                "[31/12/2025, 23:59:00] ~\u202FAna: oi",
                "\uFEFF31/12/2025 23:59 - Ana: oi"
            })
    void readsEveryBeginningOfAMessage(String line) throws IOException {
        var entry = all(line).get(0);

        assertThat(entry.name()).isEqualTo("Ana");
        assertThat(entry.text()).isEqualTo("oi");
        assertThat(entry.stamp().hour()).isEqualTo(23);
        assertThat(entry.stamp().minute()).isEqualTo(59);
    }

    @ParameterizedTest
    @CsvSource({"12:00 AM,0", "12:30 PM,12", "1:05 a. m.,1", "9:05 p.m.,21"})
    void countsTwelveHoursAsPeopleDo(String time, int hour) throws IOException {
        assertThat(all("1/2/24, " + time + " - Ana: oi").get(0).stamp().hour()).isEqualTo(hour);
    }

    @Test
    void keepsMessagesOfManyLinesAndEmptyLinesInThem() throws IOException {
        var entries = all("01/02/2024 10:00 - Ana: um\n\ndois: três\n01/02/2024 10:01 - Loja: quatro\r\ncinco\r\n");

        assertThat(entries).extracting(ChatEntry::text).containsExactly("um\n\ndois: três", "quatro\ncinco");
    }

    @Test
    void takesWhatStandsBeforeTheFirstMessageForNothing() throws IOException {
        assertThat(all("uma linha\noutra\n01/02/2024 10:00 - Ana: oi")).hasSize(1);
        assertThat(all("nada disto\né uma conversa")).isEmpty();
        assertThat(all("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "99:99 - Ana: oi",
                "1/2/24, 25:00 - Ana: oi",
                "1/2/24, 10:61 - Ana: oi",
                "1/2/24 - Ana: oi",
                "[1/2/24, 10:00 Ana: oi"
            })
    void takesNoOtherLineForABeginning(String line) throws IOException {
        assertThat(all("01/02/2024 10:00 - Ana: oi\n" + line))
                .singleElement()
                .satisfies(entry -> assertThat(entry.text()).isEqualTo("oi\n" + line));
    }

    @Test
    void tellsNobodysWordsFromWhatSomebodySays() throws IOException {
        var entries = all(
                """
                01/02/2024 10:00 - As mensagens e as ligações são protegidas com a criptografia de ponta a ponta.
                01/02/2024 10:01 - Ana: oi
                [01/02/2024, 10:02:00] Ana: \u200EAs mensagens são protegidas
                [01/02/2024, 10:03:00] Ana: \u200EChamada de voz perdida
                """);

        assertThat(entries.stream().map(ChatWords::read))
                .extracting(said -> said.getClass().getSimpleName())
                .containsExactly("OfWhatsApp", "Words", "OfWhatsApp", "Words");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "IMG-20240101-WA0001.jpg (arquivo anexado)|IMG-20240101-WA0001.jpg|",
                "\u200EIMG-20240101-WA0001.jpg (file attached)|IMG-20240101-WA0001.jpg|",
                "PTT-20240101-WA0002.opus (archivo adjunto)|PTT-20240101-WA0002.opus|",
                "Orçamento nº 3.pdf (arquivo anexado)\\nsegue o orçamento|Orçamento nº 3.pdf|segue o orçamento",
                "\u200E<attached: 00000012-PHOTO-2024-01-01-10-00-00.jpg>|00000012-PHOTO-2024-01-01-10-00-00.jpg|",
                "a porta \u200E<anexado: 00000012-PHOTO.jpg>|00000012-PHOTO.jpg|a porta",
                "\u200E<adjunto: 00000012-AUDIO.opus>|00000012-AUDIO.opus|"
            })
    void findsFilesWithTheirCaptions(String text, String name, String caption) throws IOException {
        var said = said(text.replace("\\n", "\n").replace("\\u200E", "\u200E"));

        assertThat(said).isEqualTo(new Said.File(name, caption));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Media omitted>",
                "<Mídia oculta>",
                "<Multimedia omitido>",
                "\u200Eimage omitted",
                "\u200Eimagem ocultada",
                "\u200Eáudio ocultado",
                "\u200Efigurinha omitida",
                "\u200Evídeo omitido",
                "\u200Eimagen omitida",
                "\u200Edocumento omitido"
            })
    void knowsAFileThatWasNotExported(String text) throws IOException {
        assertThat(said(text)).isEqualTo(new Said.MissingFile(null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mensagem apagada",
                "This message was deleted",
                "\u200EThis message was deleted.",
                "Você apagou esta mensagem",
                "Se eliminó este mensaje",
                "Eliminaste este mensaje."
            })
    void knowsWhatWasDeleted(String text) throws IOException {
        assertThat(said(text)).isEqualTo(new Said.Deleted());
    }

    @Test
    void takesOffThatSomethingWasEdited() throws IOException {
        assertThat(said("às dez <This message was edited>")).isEqualTo(new Said.Words("às dez", true));
        assertThat(said("às dez \u200E<Mensagem editada>")).isEqualTo(new Said.Words("às dez", true));
    }

    @Test
    void findsAPlace() throws IOException {
        assertThat(said("localização: https://maps.google.com/?q=-23.55052,-46.633308"))
                .isEqualTo(new Said.Place(-23.55052, -46.633308));
        assertThat(said("localização: https://maps.google.com/?q=-223.5,-46.6")).isInstanceOf(Said.Words.class);
    }

    @Test
    void doesNotTakeAColonInASentenceForAName() throws IOException {
        var long_ = "x".repeat(101);
        assertThat(all("01/02/2024 10:00 - " + long_ + ": oi").get(0).name()).isNull();
        assertThat(all("01/02/2024 10:00 - \u200E\u200F: oi").get(0).name()).isNull();
    }

    @Test
    void refusesOtherEncodings() {
        assertRefused("encoding", "01/02/2024 10:00 - Ana: não".getBytes(Charset.forName("windows-1252")));
        assertRefused("encoding", "01/02/2024 10:00 - Ana: oi".getBytes(StandardCharsets.UTF_16));
        assertRefused("encoding", "01/02/2024 10:00 - Ana: \0".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesLinesAndMessagesWithoutEnd() {
        assertRefused(
                "line-too-long", ("01/02/2024 10:00 - Ana: " + "x".repeat(100_000)).getBytes(StandardCharsets.UTF_8));
        var lines = ("x".repeat(1_000) + "\n").repeat(200);
        assertRefused("message-too-long", ("01/02/2024 10:00 - Ana: " + lines).getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(String problem, byte[] bytes) {
        assertThatThrownBy(() -> all(bytes)).isInstanceOfSatisfying(FileRefused.class, e -> assertThat(e.problem())
                .isEqualTo(problem));
    }

    private static Said said(String text) throws IOException {
        return ChatWords.read(all("[01/02/2024, 10:00:00] Ana: " + text).get(0));
    }

    private static List<ChatEntry> all(String chat) throws IOException {
        return all(chat.getBytes(StandardCharsets.UTF_8));
    }

    private static List<ChatEntry> all(byte[] chat) throws IOException {
        var entries = new ArrayList<ChatEntry>();
        try (var reader = new ChatReader(new ByteArrayInputStream(chat))) {
            for (var entry = reader.next(); entry != null; entry = reader.next()) {
                entries.add(entry);
            }
        }
        return entries;
    }
}
