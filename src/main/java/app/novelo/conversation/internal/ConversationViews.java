package app.novelo.conversation.internal;

import app.novelo.channel.Line;
import app.novelo.channel.Lines;
import app.novelo.conversation.Author;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.internal.ConversationView.Agreed;
import app.novelo.conversation.internal.ConversationView.Begun;
import app.novelo.conversation.internal.ConversationView.Our;
import app.novelo.conversation.internal.ConversationView.Person;
import app.novelo.conversation.internal.ConversationView.Window;
import app.novelo.customer.Consent;
import app.novelo.customer.Customer;
import app.novelo.customer.Customers;
import app.novelo.customer.Purpose;
import app.novelo.platform.Caller;
import app.novelo.platform.UserDirectory;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shows conversations with the names of those who take part. */
@Component
class ConversationViews {

    private final Customers customers;
    private final Lines lines;
    private final UserDirectory users;
    private final JdbcClient jdbc;
    private final ContentJson contents;
    private final Permission permission;
    private final Clock clock;

    ConversationViews(
            Customers customers,
            Lines lines,
            UserDirectory users,
            JdbcClient jdbc,
            ContentJson contents,
            Permission permission,
            Clock clock) {
        this.customers = customers;
        this.lines = lines;
        this.users = users;
        this.jdbc = jdbc;
        this.contents = contents;
        this.permission = permission;
        this.clock = clock;
    }

    ConversationView of(Conversation conversation) {
        return of(List.of(conversation)).get(0);
    }

    List<ConversationView> of(List<Conversation> conversations) {
        if (conversations.isEmpty()) {
            return List.of();
        }
        var people = customers.find(
                conversations.stream().map(Conversation::customer).collect(Collectors.toSet()));
        var ids = conversations.stream().map(Conversation::id).toList();
        var cases = cases(ids);
        var standings = permission.standings(conversations);
        var begun = begun(ids);
        return conversations.stream()
                .map(conversation -> view(
                        conversation,
                        people,
                        cases,
                        Objects.requireNonNull(standings.get(conversation.id())),
                        begun.get(conversation.id())))
                .toList();
    }

    private ConversationView view(
            Conversation c,
            Map<UUID, Customer> people,
            Map<UUID, List<String>> cases,
            Standing standing,
            @Nullable Begun begun) {
        return new ConversationView(
                c.id().toString(),
                person(c.customer(), people.get(c.customer())),
                c.channel(),
                our(c.line()),
                c.state().name(),
                c.speaker().name(),
                c.speakerId(),
                name(c.speakerId()),
                c.owner(),
                c.queue(),
                c.intent(),
                c.confidence(),
                c.sentiment(),
                c.urgency(),
                c.language(),
                new Window(c.window().isOpenAt(clock.instant()), c.window().closesAt()),
                c.caseNumber(),
                cases.getOrDefault(c.id(), List.of()),
                c.others().numbers(),
                c.processInstanceId(),
                c.openedAt(),
                c.lastMessageAt(),
                c.awaitsAnswer(),
                contents.tree(c.referral()),
                c.freeEntryUntil(),
                optedOutAt(standing.consents()),
                standing.consents().stream()
                        .map(consent -> new Agreed(
                                consent.purpose().name(),
                                consent.state().name(),
                                consent.source().name(),
                                consent.at()))
                        .toList(),
                MayWrite.of(standing, clock.instant()),
                begun);
    }

    private static Person person(UUID id, @Nullable Customer customer) {
        return customer == null
                ? new Person(id.toString(), "?", null, null, null, null)
                : new Person(
                        customer.id().toString(),
                        customer.name(),
                        customer.phone(),
                        customer.phoneDisplay(),
                        customer.userId(),
                        customer.username());
    }

    private Our our(UUID line) {
        var known = lines.find(line);
        return new Our(
                line.toString(),
                known.map(Line::display).orElse("?"),
                known.map(Line::title).orElse("?"));
    }

    private @Nullable String name(@Nullable String user) {
        if (Author.PHONE.equals(user)) {
            return Author.PHONE_NAME;
        }
        return user == null ? null : users.find(user).map(Caller::name).orElse(user);
    }

    private static @Nullable Instant optedOutAt(List<Consent> consents) {
        return consents.stream()
                .filter(consent -> consent.purpose() == Purpose.MARKETING && consent.state() == Consent.State.WITHDRAWN)
                .map(Consent::at)
                .findFirst()
                .orElse(null);
    }

    private Map<UUID, Begun> begun(List<UUID> conversations) {
        return jdbc
                .sql(
                        "select id, begun_by, note from conversation.conversation where id in (:ids) and begun_by is not null")
                .param("ids", conversations)
                .query((row, n) -> Map.entry(
                        row.getObject("id", UUID.class),
                        new Begun(
                                row.getString("begun_by"),
                                String.valueOf(name(row.getString("begun_by"))),
                                row.getString("note"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<UUID, List<String>> cases(List<UUID> conversations) {
        return jdbc
                .sql(
                        """
                        select conversation, case_number from conversation.message
                        where conversation in (:ids) and case_number is not null
                        group by conversation, case_number order by min(seq)""")
                .param("ids", conversations)
                .query((row, n) -> Map.entry(row.getObject(1, UUID.class), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
