package app.novelo.followup.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Moments as people write them, on Wednesday, 2 December 2026, 10:20 in São Paulo. */
class WhenReaderTest {

    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");
    private static final ZonedDateTime NOW =
            LocalDateTime.parse("2026-12-02T10:20").atZone(ZONE);

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        lembrar amanhã 15h                            | 2026-12-03 | 15:00 | ''
        amanhã às 9                                   | 2026-12-03 | 09:00 | ''
        lembrar amanhã 15h de mandar o orçamento      | 2026-12-03 | 15:00 | mandar o orçamento
        lembrar de ligar para o João amanhã às 15h30  | 2026-12-03 | 15:30 | ligar para o João
        Lembrar: enviar contrato depois de amanhã     | 2026-12-04 |       | enviar contrato
        sexta                                         | 2026-12-04 |       | ''
        sexta-feira às 10                             | 2026-12-04 | 10:00 | ''
        sexta que vem 14:30                           | 2026-12-04 | 14:30 | ''
        na próxima segunda de manhã                   | 2026-12-07 | 09:00 | ''
        quarta 18h                                    | 2026-12-02 | 18:00 | ''
        quarta 9h                                     | 2026-12-09 | 09:00 | ''
        quarta que vem                                | 2026-12-09 |       | ''
        dia 5                                         | 2026-12-05 |       | ''
        dia 1                                         | 2027-01-01 |       | ''
        05/12 10h                                     | 2026-12-05 | 10:00 | ''
        01/12                                         | 2027-12-01 |       | ''
        05/12/2027 às 8h                              | 2027-12-05 | 08:00 | ''
        12/25 at 9am                                  | 2026-12-25 | 09:00 | ''
        2026-12-24 16:00                              | 2026-12-24 | 16:00 | ''
        10 de janeiro                                 | 2027-01-10 |       | ''
        dia 20 de dezembro às 3 da tarde              | 2026-12-20 | 15:00 | ''
        daqui a 2 horas                               | 2026-12-02 | 12:20 | ''
        daqui a meia hora                             | 2026-12-02 | 10:50 | ''
        em 45 minutos                                 | 2026-12-02 | 11:05 | ''
        daqui a uma hora e meia                       | 2026-12-02 | 11:50 | ''
        em 3 dias                                     | 2026-12-05 |       | ''
        em 3 dias às 11h                              | 2026-12-05 | 11:00 | ''
        daqui a duas semanas                          | 2026-12-16 |       | ''
        semana que vem                                | 2026-12-07 |       | ''
        terça da semana que vem 9h                    | 2026-12-08 | 09:00 | ''
        mês que vem                                   | 2027-01-02 |       | ''
        15h                                           | 2026-12-02 | 15:00 | ''
        às 9                                          | 2026-12-03 | 09:00 | ''
        às 3                                          | 2026-12-02 | 15:00 | ''
        amanhã 03:00                                  | 2026-12-03 | 03:00 | ''
        amanhã 15                                     | 2026-12-03 | 15:00 | ''
        amanhã ao meio-dia                            | 2026-12-03 | 12:00 | ''
        hoje à tarde                                  | 2026-12-02 | 14:00 | ''
        amanhã à noite                                | 2026-12-03 | 19:00 | ''
        hoje às 8 da noite                            | 2026-12-02 | 20:00 | ''
        mandar segunda via amanhã                     | 2026-12-03 |       | mandar segunda via
        remind me tomorrow 3pm to send the quote      | 2026-12-03 | 15:00 | send the quote
        tomorrow at 9                                 | 2026-12-03 | 09:00 | ''
        next friday                                   | 2026-12-04 |       | ''
        next week                                     | 2026-12-07 |       | ''
        in 2 hours                                    | 2026-12-02 | 12:20 | ''
        in half an hour                               | 2026-12-02 | 10:50 | ''
        in 3 days                                     | 2026-12-05 |       | ''
        the day after tomorrow at noon                | 2026-12-04 | 12:00 | ''
        December 24th 5:30 pm                         | 2026-12-24 | 17:30 | ''
        monday morning                                | 2026-12-07 |       | morning
        monday in the morning                         | 2026-12-07 | 09:00 | ''
        mañana a las 15                               | 2026-12-03 | 15:00 | ''
        recordar mañana por la mañana llamar a Ana    | 2026-12-03 | 09:00 | llamar a Ana
        pasado mañana                                 | 2026-12-04 |       | ''
        el viernes a las 4 de la tarde                | 2026-12-04 | 16:00 | ''
        el lunes que viene                            | 2026-12-07 |       | ''
        en 2 horas                                    | 2026-12-02 | 12:20 | ''
        dentro de 3 días                              | 2026-12-05 |       | ''
        la semana que viene                           | 2026-12-07 |       | ''
        5 de enero a las 10:30                        | 2027-01-05 | 10:30 | ''
        """)
    void readsWhatPeopleWrite(String text, String date, String time, String rest) {
        var found = WhenReader.read(text, NOW).orElseThrow();

        assertThat(found.date()).as("date").hasToString(date);
        assertThat(found.time() == null ? null : found.time().toString())
                .as("time")
                .isEqualTo(time);
        assertThat(found.rest()).as("rest").isEqualTo(rest);
    }

    @ParameterizedTest
    @CsvSource({"mandar o orçamento", "lembrar", "''", "ligar para 11987654321", "segunda via do boleto", "pedido 4512"
    })
    void findsNoMomentWhereNoneIs(String text) {
        assertThat(WhenReader.read(text, NOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"hoje 9h", "01/12/2025", "2026-12-01"})
    void refusesWhatIsOver(String text) {
        assertThatThrownBy(() -> WhenReader.read(text, NOW)).isInstanceOf(WhenReader.InThePast.class);
    }

    @Test
    void refusesADayThatDoesNotExist() {
        assertThatThrownBy(() -> WhenReader.read("31/02 10h", NOW)).isInstanceOf(WhenReader.NoSuchDay.class);
    }
}
