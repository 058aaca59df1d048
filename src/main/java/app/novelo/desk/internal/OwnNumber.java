package app.novelo.desk.internal;

import app.novelo.platform.BadRequest;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;

/** A colleague's number: what is kept must be one that WhatsApp can be asked to write to (E.164). */
final class OwnNumber {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private OwnNumber() {}

    /**
     * @param country two letters, for numbers that are written without theirs
     * @return digits with the country's, without plus
     * @throws BadRequest if nobody can be called by it
     */
    static String dialled(String field, String written, String country) {
        try {
            var number = NUMBERS.parse(written, country);
            if (NUMBERS.isValidNumber(number)) {
                return NUMBERS.format(number, PhoneNumberFormat.E164).substring(1);
            }
        } catch (NumberParseException e) {
            // told below
        }
        throw new BadRequest(field, "a telephone number, such as +55 11 91234-5678");
    }

    /** @return as people write it */
    static String written(String dialled) {
        try {
            return NUMBERS.format(NUMBERS.parse("+" + dialled, null), PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            return "+" + dialled;
        }
    }
}
