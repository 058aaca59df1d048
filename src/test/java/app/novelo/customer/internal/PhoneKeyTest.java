package app.novelo.customer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneKeyTest {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    @ParameterizedTest
    @CsvSource({
        "551198765432, 5511998765432", // a Brazilian mobile without its ninth digit
        "+55 11 99876-5432, 5511998765432",
        "5411 2345 6789, 5491123456789", // Argentina
        "+54 9 11 2345-6789, 541123456789",
        "525512345678, 5215512345678", // Mexico
        "00491512 3456789, 00491512 3456789",
        "49 (1512) 345.67-89, 4915123456789",
        "39 06 698 1234, 39066981234" // Italy dials its zero
    })
    void ofOneNumberAreTheSame(String one, String other) {
        assertThat(PhoneKey.of(one)).isEqualTo(PhoneKey.of(other));
    }

    @ParameterizedTest
    @CsvSource({
        "551133334444, 5511933334444", // a landline gets no ninth digit
        "5511987654321, 5521987654321",
        "541123456789, 541123456780",
        "525512345678, 525512345679",
        "15551234567, 5551234567",
        "4915123456789, 49151234567890"
    })
    void ofTwoNumbersAreTwo(String one, String other) {
        assertThat(PhoneKey.of(one)).isNotEqualTo(PhoneKey.of(other));
    }

    @ParameterizedTest
    @CsvSource({
        "5511912345678, +55 11 91234-5678",
        "551133334444, +55 11 3333-4444",
        "4915112345678, +49 1511 2345678",
        "12125550123, +1 212-555-0123",
        "not a number, not a number"
    })
    void areShownAsPeopleWriteThem(String phone, String display) {
        assertThat(PhoneKey.display(phone)).isEqualTo(display);
    }

    @ParameterizedTest
    @CsvSource({
        "(11) 91234-5678, 5511912345678",
        "11 3333-4444, 551133334444",
        "011 91234 5678, 5511912345678",
        "+351 912 345 678, 351912345678",
        "5511912345678, 5511912345678"
    })
    void areFoundAsPeopleDialThem(String dialled, String phone) {
        assertThat(PhoneKey.ofDialled(dialled, "BR")).isEqualTo(PhoneKey.of(phone));
    }

    /** Every country's own examples, in three spellings each: one key a number, and no key for two. */
    @Test
    void ofAllCountriesMeetInTheirSpellingsOnly() {
        var owners = new HashMap<String, String>();
        for (var region : NUMBERS.getSupportedRegions()) {
            for (var type : new PhoneNumberType[] {PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE}) {
                var number = NUMBERS.getExampleNumberForType(region, type);
                if (number == null || region.equals("AR") && type == PhoneNumberType.MOBILE) {
                    continue; // Argentina's example is one number, once as a mobile and once as a landline
                }
                var waId = NUMBERS.format(number, PhoneNumberFormat.E164).substring(1);
                var key = PhoneKey.of(waId);
                assertThat(PhoneKey.of(NUMBERS.format(number, PhoneNumberFormat.INTERNATIONAL)))
                        .as(waId)
                        .isEqualTo(key);
                assertThat(PhoneKey.of("+" + waId)).as(waId).isEqualTo(key);
                var before = owners.putIfAbsent(key, waId);
                assertThat(before == null || before.equals(waId))
                        .as("%s and %s", before, waId)
                        .isTrue();
            }
        }
        assertThat(owners).hasSizeGreaterThan(400);
    }

    @Test
    void ofNeighboursAreNeverTheSame() {
        var random = new Random(2260);
        for (var country : new String[] {"55", "54", "52", "49", "1", "44", "351", "91", "225", "39"}) {
            var keys = new HashMap<String, String>();
            for (int n = 0; n < 3_000; n++) {
                var waId = country + (1_000_000_000L + Math.floorMod(random.nextLong(), 9_000_000_000L));
                var other = keys.putIfAbsent(PhoneKey.of(waId), waId);
                assertThat(other == null || other.equals(waId))
                        .as("%s and %s", other, waId)
                        .isTrue();
            }
        }
    }

    /** As spreadsheets of Brazil have them: with and without the country, the ninth digit, the zero of long distance. */
    @ParameterizedTest
    @CsvSource({
        "(11) 98765-4321,5511987654321",
        "11 98765 4321,5511987654321",
        "011 98765-4321,5511987654321",
        "+55 11 98765-4321,5511987654321",
        "5511987654321,5511987654321",
        "11 8765-4321,5511987654321",
        "+55 11 8765-4321,5511987654321",
        "(11) 3333-4444,551133334444",
        "+351 912 345 678,351912345678",
        "351912345678,351912345678"
    })
    void areDialledInAnyWriting(String written, String dialled) {
        assertThat(PhoneKey.dialled(written, "BR")).contains(dialled);
    }

    /** Without an area code it is anybody's, and what a spreadsheet makes of a long number is nobody's. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "98765-4321",
                "3333-4444",
                "5,51199E+12",
                "11 98765-4321 / 11 3333-4444",
                "11 98765-4321 ramal 2",
                "0",
                "+",
                "00000000000",
                "não tem"
            })
    void areNotDialledWhereNobodyCanBeCalled(String written) {
        assertThat(PhoneKey.dialled(written, "BR")).isEmpty();
    }

    /** Whatever comes instead of a number: no exception, and nothing that a real number could meet. */
    @Test
    void ofWhatIsNoNumberMeetOnlyThemselves() {
        var alphabet = "0123456789abcÁ+-() .\uD83D\uDE00٣\u0000'%_\n";
        var random = new Random(2261);
        var keys = new HashMap<String, String>();
        for (int n = 0; n < 20_000; n++) {
            var text = new StringBuilder();
            for (int length = random.nextInt(1, 45); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            var key = PhoneKey.of(text.toString());
            assertThat(key).isNotEmpty();
            assertThat(PhoneKey.display(text.toString())).isNotEmpty();
            var other = keys.putIfAbsent(key, text.toString());
            assertThat(other == null || digits(other).equals(digits(text.toString())))
                    .isTrue();
        }
        var strangers = new HashSet<String>();
        for (var text : Map.of(1, "5".repeat(40), 2, "a5511987654321", 3, "\uD83D\uDE00", 4, "5511987654321x")
                .values()) {
            assertThat(strangers.add(PhoneKey.of(text))).isTrue();
            assertThat(PhoneKey.of(text)).isEqualTo(text);
        }
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }
}
