package app.novelo.sandbox.internal;

import app.novelo.platform.BadRequest;
import app.novelo.sandbox.internal.ChatMessage.Direction;
import app.novelo.sandbox.internal.ChatMessage.Status;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts chats of the past into the phones, and tells the business of them. */
@SandboxOnly
@Service("sandboxOwnerPast")
@Transactional
class OwnerPast {

    private final Clock clock;
    private final Phones phones;
    private final Chats chats;
    private final Inbound inbound;
    private final LineHealths states;
    private final OwnerHistory history;

    OwnerPast(Clock clock, Phones phones, Chats chats, Inbound inbound, LineHealths states, OwnerHistory history) {
        this.clock = clock;
        this.phones = phones;
        this.chats = chats;
        this.inbound = inbound;
        this.states = states;
        this.history = history;
    }

    enum Writer {
        @JsonProperty("customer")
        CUSTOMER,
        @JsonProperty("business")
        BUSINESS
    }

    /**
     * @param from unset = the customer
     * @param at business time, in the past
     * @param status unset = it was read
     * @param content type, and what is named by it
     */
    record Message(
            @Nullable Writer from,
            @Nullable Instant at,
            @Nullable Status status,
            @JsonAnySetter Map<String, JsonNode> content) {}

    /** @param name profile name; unset = as it is */
    record Thread(@Nullable String phone, @Nullable String name, @Nullable List<Message> messages) {}

    /** @return how many messages there were */
    int bring(Line line, List<Thread> threads, int most) {
        states.change(line, LineHealths.Change.ON_APP);
        var all = new ArrayList<ChatMessage>();
        for (var thread : threads) {
            var phone = phones.at(Digits.of(String.valueOf(thread.phone())));
            if (thread.name() != null) {
                phone = phones.change(phone.number(), new Phones.Change(thread.name(), null, null, null));
            }
            for (var message : thread.messages() == null ? List.<Message>of() : thread.messages()) {
                all.add(message(line, phone, message));
            }
        }
        all.forEach(chats::addHistory);
        history.tell(line, all, most);
        return all.size();
    }

    private ChatMessage message(Line line, Phone phone, Message past) {
        var at = past.at();
        if (at == null || at.isAfter(clock.instant())) {
            throw new BadRequest("at", "a message of the past has its time");
        }
        var content = inbound.described(past.content());
        var received = inbound.message(line, phone, content);
        boolean own = past.from() == Writer.BUSINESS;
        var body = own ? content : stamped(received.body(), at);
        return new ChatMessage(
                received.id(),
                line.id(),
                phone.number(),
                own ? Direction.OUT : Direction.IN,
                received.type(),
                body,
                past.status() == null ? Status.READ : past.status(),
                null,
                own ? ChatMessage.BY_APP : "phone",
                null,
                null,
                at);
    }

    private static ObjectNode stamped(ObjectNode body, Instant at) {
        return body.put("timestamp", Long.toString(at.getEpochSecond()));
    }

    /** @return what stands in all chats with a number, as far as it was carried */
    List<ChatMessage> of(Line line) {
        var all = new ArrayList<ChatMessage>();
        for (var phone : phones.all()) {
            chats.of(phone.number(), line).stream()
                    .filter(message ->
                            message.status() != Status.FAILED && !message.type().equals("template"))
                    .forEach(all::add);
        }
        return all;
    }

    /** @return the people whom the owner has chats with */
    Map<Digits, String> people(Line line) {
        var people = new LinkedHashMap<Digits, String>();
        phones.all().stream()
                .filter(phone -> !chats.of(phone.number(), line).isEmpty())
                .forEach(phone -> people.put(phone.number(), phone.name()));
        return people;
    }
}
