package app.novelo.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Texts with places, whatever stands in them. */
class TemplateTextTest {

    @Property(tries = 2000)
    void isReadAndWrittenBackAsItWas(@ForAll("sources") String source) {
        assertThat(TemplateText.of(source).source()).isEqualTo(source);
    }

    /** What is put in is the customer's or a system's: places in it are words. */
    @Property(tries = 1000)
    void readsNoPlacesInWhatIsPutIn(@ForAll("sources") String source, @ForAll("sources") String value) {
        var text = TemplateText.of(source);
        var places = text.parts().stream().filter(TemplateText.Part::isPlace).count();

        assertThat(text.filled(key -> value).length()).isEqualTo(text.words().length() + places * value.length());
    }

    @Property(tries = 1000)
    void hasWordsWithoutPlacesAndPlacesWithoutWords(@ForAll("sources") String source) {
        var text = TemplateText.of(source);

        assertThat(text.keys()).doesNotHaveDuplicates().allMatch(key -> source.contains("{{" + key + "}}"));
        assertThat(text.filled(key -> "").length()
                        + text.parts().stream()
                                .filter(TemplateText.Part::isPlace)
                                .mapToInt(part -> part.text().length() + 4)
                                .sum())
                .isEqualTo(source.length());
    }

    @Provide
    Arbitrary<String> sources() {
        var pieces = Arbitraries.oneOf(
                Arbitraries.of(
                        "{{1}}", "{{2}}", "{{name}}", "{{", "}}", "{", "}", "{{a b}}", "{{{1}}}", "\n", "é", "😀"),
                Arbitraries.strings().ofMaxLength(8));
        return pieces.list().ofMaxSize(12).map(list -> String.join("", list));
    }

    @Example
    void takesBracesWithoutANameForWords() {
        assertThat(TemplateText.of("{{}} {{ 1 }} {{1} {{a-b}}").keys()).isEmpty();
        assertThat(TemplateText.of("{{{1}}}").keys()).isEqualTo(List.of("1"));
    }
}
