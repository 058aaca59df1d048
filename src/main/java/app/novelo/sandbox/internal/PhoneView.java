package app.novelo.sandbox.internal;

import org.jspecify.annotations.Nullable;

/**
 * A phone on the page and in scripts.
 *
 * @param display the number as people read it
 */
record PhoneView(
        String number, String display, String name, @Nullable String username, String userId, Phone.Reading reading) {

    static PhoneView of(Phone phone) {
        return new PhoneView(
                phone.number().value(),
                phone.number().forPeople(),
                phone.name(),
                phone.username(),
                phone.userId(),
                phone.reading());
    }
}
