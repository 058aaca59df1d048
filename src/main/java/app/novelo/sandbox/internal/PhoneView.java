package app.novelo.sandbox.internal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A phone on the page and in scripts.
 *
 * @param display the number as people read it
 * @param last what stands at the end of its chat
 * @param unreadOf the same by line
 * @param unread messages of the company that nobody has looked at
 */
record PhoneView(
        String number,
        String display,
        String name,
        @Nullable String username,
        String userId,
        @Nullable String parentUserId,
        Phone.Reading reading,
        @Nullable MessageView last,
        int unread,
        Map<String, Integer> unreadOf) {

    static PhoneView of(Phone phone, @Nullable ChatMessage last, List<Chats.Unread> unread) {
        var unreadOf = unread.stream()
                .filter(one -> phone.reading() != Phone.Reading.NEVER
                        && one.phone().equals(phone.number().value()))
                .collect(Collectors.toMap(Chats.Unread::line, Chats.Unread::count));
        return new PhoneView(
                phone.number().value(),
                phone.number().forPeople(),
                phone.name(),
                phone.username(),
                phone.userId(),
                phone.parentUserId(),
                phone.reading(),
                last == null ? null : MessageView.of(last),
                unreadOf.values().stream().mapToInt(Integer::intValue).sum(),
                unreadOf);
    }
}
