package app.novelo.sandbox.internal;

import org.jspecify.annotations.Nullable;

/**
 * A phone on the page and in scripts.
 *
 * @param display the number as people read it
 * @param last what stands at the end of its chat
 * @param unread messages of the company that nobody has looked at
 */
record PhoneView(
        String number,
        String display,
        String name,
        @Nullable String username,
        String userId,
        Phone.Reading reading,
        @Nullable MessageView last,
        int unread) {

    static PhoneView of(Phone phone, @Nullable ChatMessage last, int unread) {
        return new PhoneView(
                phone.number().value(),
                phone.number().forPeople(),
                phone.name(),
                phone.username(),
                phone.userId(),
                phone.reading(),
                last == null ? null : MessageView.of(last),
                phone.reading() == Phone.Reading.NEVER ? 0 : unread);
    }
}
