package app.novelo.sandbox.internal;

import app.novelo.platform.BadRequest;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A phone number as WhatsApp writes it: digits with the country code, no plus sign.
 *
 * @param value 6 to 15 digits (E.164)
 */
record Digits(String value) {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{5,14}");
    private static final Pattern BRAZILIAN_MOBILE = Pattern.compile("55([1-9]{2})(9?)([6-9][0-9]{7})");

    static Optional<Digits> parse(String text) {
        var digits = text.replaceAll("[\\s()+.-]", "");
        return NUMBER.matcher(digits).matches() ? Optional.of(new Digits(digits)) : Optional.empty();
    }

    static Digits of(String text) {
        return parse(text).orElseThrow(() -> new BadRequest("number", "a phone number has 6 to 15 digits"));
    }

    /**
     * The other spelling of a Brazilian mobile number: with or without the ninth digit. Dialled numbers have it, the
     * WhatsApp ids of older accounts do not.
     */
    Optional<Digits> brazilianTwin() {
        var mobile = BRAZILIAN_MOBILE.matcher(value);
        if (!mobile.matches()) {
            return Optional.empty();
        }
        var ninth = mobile.group(2).isEmpty() ? "9" : "";
        return Optional.of(new Digits("55" + mobile.group(1) + ninth + mobile.group(3)));
    }

    /** @return ISO 3166 code of the number's country; {@code ZZ} if there is none */
    String country() {
        try {
            var numbers = PhoneNumberUtil.getInstance();
            var region = numbers.getRegionCodeForCountryCode(
                    numbers.parse("+" + value, null).getCountryCode());
            return region.length() == 2 ? region : "ZZ";
        } catch (NumberParseException e) {
            return "ZZ";
        }
    }

    /** @return the number as people read it */
    String forPeople() {
        try {
            var numbers = PhoneNumberUtil.getInstance();
            return numbers.format(numbers.parse("+" + value, null), PhoneNumberUtil.PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            return "+" + value;
        }
    }
}
