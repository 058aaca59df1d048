package app.novelo.ai.internal;

import app.novelo.ai.Entity;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Telephone numbers as written in Brazil, or international with a plus sign. */
final class PhoneRule implements EntityRule {

    private static final String HOME = "BR";

    /** An area code and eight digits; fewer are too easily an order or a postal code. */
    private static final int FEWEST_DIGITS = 10;

    /** Candidates that turn out to be none, before the search gives up. */
    private static final int MOST_TRIES = 50;

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

    @Override
    public Stream<Entity> in(String text) {
        if (text.chars().filter(Character::isDigit).limit(FEWEST_DIGITS).count() < FEWEST_DIGITS) {
            return Stream.of();
        }
        var found = numbers.findNumbers(text, HOME, Leniency.VALID, MOST_TRIES);
        return StreamSupport.stream(found.spliterator(), false)
                .filter(match ->
                        match.rawString().chars().filter(Character::isDigit).count() >= FEWEST_DIGITS)
                .map(this::entity);
    }

    private Entity entity(PhoneNumberMatch match) {
        var normalized = numbers.format(match.number(), PhoneNumberFormat.E164);
        return new Entity("phone", match.rawString(), normalized, match.start(), match.end());
    }
}
