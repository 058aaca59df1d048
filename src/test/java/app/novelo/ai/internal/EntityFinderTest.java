package app.novelo.ai.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.ai.Entity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityFinderTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/app/novelo/ai/entities.csv", delimiter = ';', numLinesToSkip = 1)
    void findsTheFactWhereItStands(String type, String value, String normalized, String text) {
        int start = text.indexOf(value);

        assertThat(Local.ENTITIES.in(text))
                .as(text)
                .containsExactly(new Entity(type, value, normalized, start, start + value.length()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "meu cpf é 529.982.247-26",
                "cpf 111.111.111-11",
                "cnpj 11.222.333/0001-82",
                "cnpj 12.ABC.345/01DE-36",
                "cartão 4111 1111 1111 1111",
                "fulano@servidor",
                "atendem 24/7?",
                "preciso da segunda via",
                "é a segunda vez que reclamo",
                "dia 32/13/2026",
                "quero 3 camisetas tamanho 42",
                "ligue 190"
            })
    void findsNothingWhereNothingIsProven(String text) {
        assertThat(Local.ENTITIES.in(text)).as(text).isEmpty();
    }

    @Test
    void findsSeveralInTheOrderOfTheTextWithoutOverlap() {
        var found = Local.ENTITIES.in(
                "sou 529.982.247-25, fone (11) 98765-4321, paguei R$ 1.234,56 do pedido #10234 ontem");

        assertThat(found).extracting(Entity::type).containsExactly("cpf", "phone", "money", "order", "date");
        assertThat(found).isSortedAccordingTo((a, b) -> a.start() - b.start());
    }
}
