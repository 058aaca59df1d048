package app.novelo.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Values never have what fails a message, and lose nothing else. */
class ParameterTextTest {

    @Property(tries = 3000)
    void hasNoLineBreakNoTabAndNotMoreThanFourSpaces(@ForAll("values") String value) {
        var put = ParameterText.of(value);

        assertThat(put).doesNotContainPattern("[\\n\\r\\t\\x0B\\f\\u0085\\u2028\\u2029\\x00]|[ \\p{Z}]{5}");
        assertThat(put.codePoints().noneMatch(Character::isISOControl)).isTrue();
    }

    @Property(tries = 3000)
    void losesNothingThatIsSeen(@ForAll("values") String value) {
        assertThat(ParameterText.of(value).replaceAll("[\\p{Z}\\p{Cc}]", ""))
                .isEqualTo(value.replaceAll("[\\p{Z}\\p{Cc}]", ""));
    }

    @Property(tries = 1000)
    void isTheSameOnceMore(@ForAll("values") String value) {
        assertThat(ParameterText.of(ParameterText.of(value))).isEqualTo(ParameterText.of(value));
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.oneOf(
                        Arbitraries.of(
                                "\n", "\r\n", "\t", " ", "     ", "\u00a0", "\u2028", "\u0000", "Rua A", "é", "😀"),
                        Arbitraries.strings().ofMaxLength(6))
                .list()
                .ofMaxSize(10)
                .map(list -> String.join("", list));
    }

    @Example
    void isReadableAfterwards() {
        assertThat(ParameterText.of(" Rua A, 1\r\nSão Paulo\t SP      Brasil "))
                .isEqualTo("Rua A, 1 São Paulo SP    Brasil");
    }
}
