package app.novelo.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a message holds besides its words and its file, in terms of no particular channel. Kept as JSON beside the message
 * and shown by the API as it is; {@code type} tells which it is. The words themselves are the message's text.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @Type(value = Content.Text.class, name = "text"),
    @Type(value = Content.File.class, name = "file"),
    @Type(value = Content.Location.class, name = "location"),
    @Type(value = Content.Contacts.class, name = "contacts"),
    @Type(value = Content.Choice.class, name = "choice"),
    @Type(value = Content.FlowAnswer.class, name = "flow_answer"),
    @Type(value = Content.CallPermission.class, name = "call_permission"),
    @Type(value = Content.Reaction.class, name = "reaction"),
    @Type(value = Content.Order.class, name = "order"),
    @Type(value = Content.SystemNotice.class, name = "system"),
    @Type(value = Content.Edit.class, name = "edit"),
    @Type(value = Content.Revocation.class, name = "revocation"),
    @Type(value = Content.Call.class, name = "call"),
    @Type(value = Content.Unsupported.class, name = "unsupported"),
    @Type(value = Content.Buttons.class, name = "buttons"),
    @Type(value = Content.Menu.class, name = "menu"),
    @Type(value = Content.Link.class, name = "link"),
    @Type(value = Content.LocationRequest.class, name = "location_request"),
    @Type(value = Content.ContactRequest.class, name = "contact_request"),
    @Type(value = Content.Template.class, name = "template")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Content {

    /** What a business may send. */
    sealed interface Sendable extends Content
            permits Text,
                    File,
                    Location,
                    Contacts,
                    Reaction,
                    Buttons,
                    Menu,
                    Link,
                    LocationRequest,
                    ContactRequest,
                    Template {

        /** @return what stands above its words, where something can */
        default @Nullable Header header() {
            return null;
        }
    }

    /** @param preview the channel shows a preview of the first link */
    record Text(boolean preview) implements Sendable {}

    /**
     * A picture, video, sound, document or sticker; which of them is the message's kind, its caption the message's text.
     *
     * @param voice recorded as a voice note
     */
    record File(boolean voice) implements Sendable {}

    /** @param latitude degrees, north positive; {@code longitude} degrees, east positive */
    record Location(
            double latitude, double longitude, @Nullable String name, @Nullable String address, @Nullable String url)
            implements Sendable {}

    /** @param requested the customer gave them because he was asked for his number */
    record Contacts(List<ContactCard> cards, boolean requested) implements Sendable {}

    /**
     * An emoji that hangs on a message.
     *
     * @param target the channel's id of that message
     * @param emoji null takes it away again
     */
    record Reaction(String target, @Nullable String emoji) implements Sendable {}

    /** Up to three buttons below the text. */
    record Buttons(@Nullable Header header, @Nullable String footer, List<Button> buttons) implements Sendable {}

    /** @param id comes back when it is pressed */
    record Button(String id, String title) {}

    /** A list that opens on a button. */
    record Menu(@Nullable Header header, @Nullable String footer, String button, List<Section> sections)
            implements Sendable {}

    /** @param title may be missing if there is only one */
    record Section(@Nullable String title, List<Row> rows) {}

    record Row(String id, String title, @Nullable String description) {}

    /** One button that opens an address. */
    record Link(@Nullable Header header, @Nullable String footer, String button, String url) implements Sendable {}

    /** Asks the customer where he is. */
    record LocationRequest() implements Sendable {}

    /** Asks a customer whose number is hidden for it. */
    record ContactRequest() implements Sendable {}

    /**
     * Words that the channel has approved before: the only ones that go out while the service window is closed. The
     * message's text is their body as the customer reads it.
     *
     * @param language as the channel writes it, such as {@code pt_BR}
     * @param category the channel's word when it was queued: {@code MARKETING}, {@code UTILITY} or {@code AUTHENTICATION};
     *     open for more
     * @param values what was filled in: a variable of the body by its name or number, one of the header as
     *     {@code header.<name>}, a button's as {@code button.<index>}, counted from 0
     * @param header as the customer sees it
     */
    record Template(
            String name,
            String language,
            String category,
            Map<String, String> values,
            @Nullable Header header,
            @Nullable String footer,
            List<TemplateButton> buttons)
            implements Sendable {}

    /**
     * @param type the channel's word, such as {@code QUICK_REPLY}, {@code URL}, {@code PHONE_NUMBER}, {@code COPY_CODE}
     * @param value the whole address, number or code; null for a quick reply
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TemplateButton(String type, String text, @Nullable String value) {}

    /**
     * Above the text: words or a file, never both.
     *
     * @param media our id of the file, which is the message's
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Header(@Nullable String text, @Nullable UUID media) {}

    /**
     * What the customer pressed.
     *
     * @param from {@code button}, {@code list} or {@code template}; open for more
     * @param id of the button or row, as we had sent it
     */
    record Choice(String from, String id, String title, @Nullable String description) implements Content {}

    /** @param values what he filled in, as the flow names it */
    record FlowAnswer(String name, JsonNode values) implements Content {}

    /** @param until null if it does not end, or was refused */
    record CallPermission(boolean granted, boolean permanent, @Nullable Instant until) implements Content {}

    record Order(@Nullable String catalog, List<Item> items) implements Content {}

    /** @param price of one */
    record Item(String product, @Nullable BigDecimal quantity, @Nullable BigDecimal price, @Nullable String currency) {}

    /**
     * Something that the channel tells of the customer.
     *
     * @param what the channel's word, such as {@code user_changed_number}
     * @param phone the new one, digits without plus; {@code userId} the new one
     */
    record SystemNotice(String what, @Nullable String phone, @Nullable String userId, @Nullable String previousUserId)
            implements Content {}

    /**
     * The message's text is the new one.
     *
     * @param content the new one; null if only the words are new
     */
    record Edit(String target, @Nullable Content content) implements Content {}

    record Revocation(String target) implements Content {}

    /**
     * A telephone call over the channel.
     *
     * @param outcome {@code ringing}, {@code missed}, {@code declined}, {@code completed}; open for more
     * @param seconds that it lasted
     */
    record Call(String outcome, boolean fromCustomer, @Nullable Long seconds) implements Content {}

    /** @param what the channel's word for what it could not hand over; null if it does not tell */
    record Unsupported(@Nullable String what) implements Content {}
}
