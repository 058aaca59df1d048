package app.novelo.customer.internal;

import java.util.regex.Pattern;

/**
 * The form of a number under which its variants meet. WhatsApp's ids of Brazilian mobiles may lack the ninth digit that
 * people dial; Argentina has a 9 and Mexico a 1 that come and go. The number itself is kept as it came.
 */
final class PhoneKey {

    /** 55, area code, optional 9, eight digits of which the first is 6 to 9: a mobile. Landlines get no ninth digit. */
    private static final Pattern BRAZIL = Pattern.compile("55(\\d{2})9?([6-9]\\d{7})");

    private static final Pattern ARGENTINA = Pattern.compile("549?(\\d{10})");
    private static final Pattern MEXICO = Pattern.compile("521?(\\d{10})");

    private PhoneKey() {}

    static String of(String phone) {
        var digits = phone.replaceAll("\\D", "");
        if (digits.isEmpty()) {
            return phone; // no number at all: it must not meet others that are none
        }
        var brazil = BRAZIL.matcher(digits);
        if (brazil.matches()) {
            return "55" + brazil.group(1) + "9" + brazil.group(2);
        }
        var argentina = ARGENTINA.matcher(digits);
        if (argentina.matches()) {
            return "54" + argentina.group(1);
        }
        var mexico = MEXICO.matcher(digits);
        return mexico.matches() ? "52" + mexico.group(1) : digits;
    }
}
