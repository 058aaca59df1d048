package app.novelo.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a message came to be.
 *
 * @param forwarded {@code once} or {@code often}; null if the customer wrote it himself
 * @param product what it asks about
 * @param referral the advertisement or post that brought the customer
 * @param errors what the channel could not hand over, and why
 * @param group the channel's id of the group in which it was said
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Circumstances(
        @Nullable String forwarded,
        @Nullable Product product,
        @Nullable Referral referral,
        List<ChannelError> errors,
        @Nullable String group) {

    public static final Circumstances NONE = new Circumstances(null, null, null, List.of(), null);

    public boolean isNone() {
        return equals(NONE);
    }

    /** An entry of a catalogue. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Product(@Nullable String catalog, @Nullable String id) {}

    /**
     * @param sourceType {@code ad} or {@code post}; open for more
     * @param clickId names the click when conversions are reported; its presence may mean a free entry point of 72 hours
     * @param welcome what the advertisement had said first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Referral(
            @Nullable String sourceType,
            @Nullable String sourceId,
            @Nullable String sourceUrl,
            @Nullable String headline,
            @Nullable String body,
            @Nullable String mediaType,
            @Nullable String clickId,
            @Nullable String welcome) {}
}
