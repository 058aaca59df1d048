package app.novelo.customer.internal;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The form of a number under which its variants meet. WhatsApp's ids of Brazilian mobiles may lack the ninth digit that
 * people dial; Argentina has a 9 and Mexico a 1 that come and go, which libphonenumber takes for other numbers. The number
 * itself is kept as it came.
 */
final class PhoneKey {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    /** What people put between digits. Anything else is no number, and its digits must not meet one that is. */
    private static final Pattern WRITTEN = Pattern.compile("[+]?[0-9 ().\\-/\u00A0]*[0-9][0-9 ().\\-/\u00A0]*");

    /** ITU-T E.164: at most 15 digits behind the plus. */
    private static final int MOST_DIGITS = 15;

    /** Area code, eight digits of which the first is 6 to 9: a mobile without its ninth. Landlines get none. */
    private static final Pattern BRAZIL = Pattern.compile("(\\d{2})([6-9]\\d{7})");

    private static final Pattern ARGENTINA = Pattern.compile("9(\\d{10})");
    private static final Pattern MEXICO = Pattern.compile("1(\\d{10})");

    private PhoneKey() {}

    /** @return never empty; a text that is no number meets only itself */
    static String of(String phone) {
        return number(phone).map(PhoneKey::key).orElse(phone);
    }

    static boolean isWrittenLikeOne(String text) {
        return WRITTEN.matcher(text.strip()).matches();
    }

    /** @param country two letters, for numbers that people write without theirs */
    static String ofDialled(String written, String country) {
        try {
            var international = written.strip().startsWith("+");
            if (!international && WRITTEN.matcher(written).matches()) {
                var number = NUMBERS.parse(written, country);
                return NUMBERS.isValidNumber(number) ? key(number) : of(written);
            }
        } catch (NumberParseException e) {
            // taken as it is
        }
        return of(written.strip());
    }

    /**
     * Reads a number as people write it, of a list for instance.
     *
     * @param country two letters, for numbers without theirs
     * @return digits with the country's; empty if nobody can be called by it. A Brazilian mobile gets its ninth digit
     */
    static Optional<String> dialled(String written, String country) {
        var text = written.strip();
        if (!WRITTEN.matcher(text).matches()) {
            return Optional.empty();
        }
        boolean international = text.startsWith("+");
        return valid(text, country)
                .or(() -> valid("+" + key(text, country), country))
                .or(() -> international ? possible(text) : valid("+" + text.replaceAll("[^0-9]", ""), country))
                .map(number -> NUMBERS.format(number, PhoneNumberFormat.E164).substring(1));
    }

    private static Optional<PhoneNumber> valid(String written, String country) {
        return parsed(written, country).filter(NUMBERS::isValidNumber);
    }

    /** Countries open new ranges, and the library learns of them later; who writes the country means what he writes. */
    private static Optional<PhoneNumber> possible(String written) {
        return parsed(written, null)
                .filter(number -> NUMBERS.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE);
    }

    private static Optional<PhoneNumber> parsed(String written, @Nullable String country) {
        try {
            return Optional.of(NUMBERS.parse(written, country));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** Without the ninth digit it is no valid number, but a mobile all the same. */
    private static String key(String written, String country) {
        return parsed(written, country).map(PhoneKey::key).orElse("");
    }

    /** @return as people write it, else as it came */
    static String display(String phone) {
        return number(phone)
                .map(number -> NUMBERS.format(number, PhoneNumberFormat.INTERNATIONAL))
                .orElse(phone);
    }

    private static Optional<PhoneNumber> number(String phone) {
        if (!WRITTEN.matcher(phone).matches()) {
            return Optional.empty();
        }
        var digits = phone.replaceAll("[^0-9]", "");
        return digits.length() > MOST_DIGITS ? Optional.empty() : parse("+" + digits);
    }

    private static Optional<PhoneNumber> parse(String international) {
        try {
            return Optional.of(NUMBERS.parse(international, null));
        } catch (NumberParseException e) {
            return Optional.empty(); // no country has such a code, or hardly a digit follows it
        }
    }

    private static String key(PhoneNumber number) {
        var national = NUMBERS.getNationalSignificantNumber(number);
        var same =
                switch (number.getCountryCode()) {
                    case 55 -> withNinthDigit(national);
                    case 54 -> whole(ARGENTINA, national);
                    case 52 -> whole(MEXICO, national);
                    default -> national;
                };
        return number.getCountryCode() + same;
    }

    private static String withNinthDigit(String national) {
        var matcher = BRAZIL.matcher(national);
        return matcher.matches() ? matcher.group(1) + "9" + matcher.group(2) : national;
    }

    private static String whole(Pattern longer, String national) {
        var matcher = longer.matcher(national);
        return matcher.matches() ? matcher.group(1) : national;
    }
}
