package app.novelo.survey.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SaidScoreTest {

    @ParameterizedTest
    @CsvSource({
        "5,5",
        "' 10 ',10",
        "0,0",
        "nota 5,5",
        "Nota: 4.,4",
        "nota é 3,3",
        "4/5,4",
        "8 de 10,8",
        "9 out of 10,9",
        "5 estrelas!,5",
        "1 estrella,1",
        "4 stars,4",
        "dez,10",
        "Três,3",
        "dou 5,5",
        "5️⃣,5",
        "🔟,10",
        "⭐⭐⭐⭐,4"
    })
    void aScoreAloneIsRead(String text, int score) {
        assertThat(SaidScore.alone(text)).map(SaidScore::score).contains(score);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "11",
                "55",
                "1234",
                "5 geladeiras",
                "5 estrelas mas não gela",
                "às 5",
                "5h",
                "5%",
                "R$ 5",
                "-5",
                "5,5",
                "5 ou 4",
                "mais ou menos",
                "5\n5\n5\n5\n5\n5\n5\n5\n5\n5\n5\n5\n5\n5\n5\n5\n5"
            })
    void anythingElseIsNoScoreAlone(String text) {
        assertThat(SaidScore.alone(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "5 estrelas mas a geladeira continua sem gelar,5,mas a geladeira continua sem gelar",
        "'nota 2, o técnico atrasou',2,o técnico atrasou",
        "'10/10. Parabéns',10,Parabéns"
    })
    void aScoreMayLeadWords(String text, int score, String more) {
        assertThat(SaidScore.leading(text)).hasValueSatisfying(said -> {
            assertThat(said.score()).isEqualTo(score);
            assertThat(said.more()).isEqualTo(more);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2 geladeiras por favor", "5", "nota fiscal 5 não chegou", "10 dias esperando", "nota 55 aqui"})
    void aNumberIsNoScoreUnlessItIsCalledOne(String text) {
        assertThat(SaidScore.leading(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "5,CSAT,true",
        "0,CSAT,false",
        "10,CSAT,false",
        "0,NPS,true",
        "10,NPS,true",
        "4/5,NPS,false",
        "8 de 10,CSAT,false"
    })
    void aScoreFitsTheQuestion(String text, SurveyKind kind, boolean fits) {
        assertThat(SaidScore.alone(text)).map(said -> said.fits(kind)).contains(fits);
    }
}
