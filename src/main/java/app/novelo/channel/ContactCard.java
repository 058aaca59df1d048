package app.novelo.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's card, as it is passed on in a chat.
 *
 * @param name as it is shown
 * @param birthday as the channel writes it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ContactCard(
        String name,
        @Nullable String firstName,
        @Nullable String lastName,
        List<Phone> phones,
        List<Entry> emails,
        List<Entry> addresses,
        List<Entry> urls,
        @Nullable String organization,
        @Nullable String birthday) {

    /** A list that is not there holds nothing. */
    public ContactCard {
        phones = listed(phones);
        emails = listed(emails);
        addresses = listed(addresses);
        urls = listed(urls);
    }

    private static <T> List<T> listed(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /** @param channelId digits by which the channel knows that number; null if it does not */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Phone(@Nullable String number, @Nullable String channelId, @Nullable String label) {}

    /** @param label such as home or work */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(String value, @Nullable String label) {}
}
