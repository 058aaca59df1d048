package app.novelo.channel.cost;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which market of WhatsApp's price list a customer belongs to. */
class MarketsTest {

    private final Markets markets = new Markets();

    @ParameterizedTest
    @CsvSource({
        "5511912345678, Brazil, Brazil",
        "4915112345678, Germany, Germany",
        "12125550123, United States, North America",
        "18095550123, Dominican Republic, Rest of Latin America",
        "18765550123, Jamaica, Rest of Latin America",
        "12425550123, Bahamas, Other",
        "79161234567, Russia, Russia",
        "77011234567, Kazakhstan, Other",
        "351912345678, Portugal, Rest of Western Europe",
        "35312345678, Ireland, Rest of Western Europe",
        "595981234567, Paraguay, Rest of Latin America",
        "5491112345678, Argentina, Argentina",
        "85212345678, Hong Kong, Rest of Asia Pacific",
        "263771234567, Zimbabwe, Rest of Africa"
    })
    void isToldByTheLongestCallingCode(String phone, String country, String market) {
        assertThat(markets.of(phone, null)).contains(country, market).endsWith(Markets.OTHER);
        assertThat(markets.of(phone, null).get(0)).isEqualTo(country);
    }

    @Test
    void isTheRestOfTheWorldForACodeThatIsNotListed() {
        assertThat(markets.of("999123456", "BR.1")).containsExactly("Other");
        assertThat(markets.of("", null)).containsExactly("Other");
        assertThat(markets.of(null, "ZZ.1")).containsExactly("Other");
        assertThat(markets.of(null, "")).containsExactly("Other");
    }

    @Test
    void isToldByTheUserIdWhereTheNumberIsHidden() {
        assertThat(markets.of(null, "BR.13491208655302741918")).containsExactly("Brazil", "Other");
        assertThat(markets.of(null, "US.ENT.77aa90")).containsExactly("United States", "North America", "Other");
        assertThat(markets.of(null, "CA.1")).containsExactly("Canada", "North America", "Other");
        assertThat(markets.of("4915112345678", "BR.1")).startsWith("Germany");
    }

    @Test
    void isUnknownIfNobodySaysWhomAMessageWentTo() {
        assertThat(markets.of(null, null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "brazil, Brazil",
        "Rest of Central & Eastern Europe, Rest of Central & Eastern Europe",
        "rest of central and eastern europe, Rest of Central & Eastern Europe",
        "Türkiye, Turkey",
        "REST OF WORLD, Other",
        "Hong  Kong, Hong Kong"
    })
    void isFoundByTheNameThatAListGivesIt(String written, String name) {
        assertThat(markets.named(written)).contains(name);
    }

    @Test
    void isNotFoundByAnInventedName() {
        assertThat(markets.named("Atlantis")).isEmpty();
        assertThat(markets.named("")).isEmpty();
    }
}
