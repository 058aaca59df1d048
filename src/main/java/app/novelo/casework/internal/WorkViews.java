package app.novelo.casework.internal;

import app.novelo.casework.CaseFile;
import app.novelo.casework.internal.WorkList.Item;
import app.novelo.casework.internal.WorkView.CaseView;
import app.novelo.casework.internal.WorkView.ClockOfCase;
import app.novelo.casework.internal.WorkView.Talk;
import app.novelo.casework.internal.WorkView.Window;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.Conversations;
import app.novelo.conversation.LastMessage;
import app.novelo.customer.Customer;
import app.novelo.customer.Customers;
import app.novelo.servicelevel.ClockView;
import app.novelo.servicelevel.ServiceLevels;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows tasks with their case, clocks, customer and last message: one question per module for a whole page. */
@Component
class WorkViews {

    private final CaseRows cases;
    private final ServiceLevels serviceLevels;
    private final Conversations conversations;
    private final Customers customers;
    private final Clock clock;

    WorkViews(
            CaseRows cases,
            ServiceLevels serviceLevels,
            Conversations conversations,
            Customers customers,
            Clock clock) {
        this.cases = cases;
        this.serviceLevels = serviceLevels;
        this.conversations = conversations;
        this.customers = customers;
        this.clock = clock;
    }

    List<WorkView> of(List<Item> items) {
        var around = around(items);
        return items.stream().map(item -> view(item, around)).toList();
    }

    private Around around(List<Item> items) {
        var numbers =
                items.stream().map(Item::caseNumber).filter(Objects::nonNull).collect(Collectors.toSet());
        var talks = conversations.find(
                items.stream().map(Item::conversation).filter(Objects::nonNull).collect(Collectors.toSet()));
        return new Around(
                cases.find(numbers).stream().collect(Collectors.toMap(CaseFile::number, file -> file)),
                serviceLevels.of(numbers).stream().collect(Collectors.groupingBy(ClockView::caseNumber)),
                talks,
                customers.find(
                        talks.values().stream().map(Conversation::customer).collect(Collectors.toSet())),
                conversations.lastMessages(talks.keySet()));
    }

    private WorkView view(Item item, Around around) {
        return new WorkView(
                item.taskId(),
                item.name(),
                item.element(),
                item.processKey(),
                item.queue(),
                item.assignee(),
                item.formKey(),
                item.createdAt(),
                item.dueAt(),
                caseView(item.caseNumber(), around),
                talk(item.conversation(), around));
    }

    private static @Nullable CaseView caseView(@Nullable String number, Around around) {
        var file = number == null ? null : around.cases.get(number);
        if (file == null) {
            return null;
        }
        return new CaseView(
                file.number(),
                file.kind(),
                file.state(),
                file.priority(),
                file.queue(),
                file.intent(),
                file.openedAt(),
                file.dueAt(),
                clocks(around.clocks.getOrDefault(file.number(), List.of())));
    }

    static List<ClockOfCase> clocks(Collection<ClockView> clocks) {
        return clocks.stream().map(ClockOfCase::of).toList();
    }

    private @Nullable Talk talk(@Nullable UUID id, Around around) {
        var conversation = id == null ? null : around.talks.get(id);
        if (conversation == null) {
            return null;
        }
        var customer = around.people.get(conversation.customer());
        var window = conversation.window();
        return new Talk(
                conversation.id(),
                customer == null ? "?" : customer.name(),
                customer == null ? null : customer.phone(),
                conversation.state().name(),
                conversation.speaker().name(),
                conversation.speakerId(),
                conversation.intent(),
                conversation.sentiment(),
                conversation.awaitsAnswer(),
                new Window(window.isOpenAt(clock.instant()), window.closesAt()),
                around.last.get(conversation.id()));
    }

    /** What is known around a page of tasks. */
    private record Around(
            Map<String, CaseFile> cases,
            Map<String, List<ClockView>> clocks,
            Map<UUID, Conversation> talks,
            Map<UUID, Customer> people,
            Map<UUID, LastMessage> last) {}
}
