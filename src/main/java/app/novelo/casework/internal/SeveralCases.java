package app.novelo.casework.internal;

import app.novelo.casework.CaseFile;
import app.novelo.casework.CaseProcess;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.Conversations;
import app.novelo.conversation.Texts;
import app.novelo.engine.Processes;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a customer writes while several of his cases are open goes to one of them, or he is asked to which. */
@Component
class SeveralCases {

    /** WhatsApp's list has ten rows, one of which is another matter. */
    private static final int MOST = 9;

    /**
     * Characters of a row's title.
     *
     * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/messages/interactive-list-messages">Meta,
     *     Interactive list messages</a>
     */
    private static final int LONGEST = 24;

    private final RightCase right;
    private final CurrentCase current;
    private final CaseRows cases;
    private final Conversations conversations;
    private final Processes processes;
    private final Texts texts;

    SeveralCases(
            RightCase right,
            CurrentCase current,
            CaseRows cases,
            Conversations conversations,
            Processes processes,
            Texts texts) {
        this.right = right;
        this.current = current;
        this.cases = cases;
        this.conversations = conversations;
        this.processes = processes;
        this.texts = texts;
    }

    /**
     * The conversation turns to the case that he means. Whatever else follows it, a question to him or a person who handles
     * it by hand, has what he writes first.
     *
     * @return whether he is asked, and all that he said waits for his answer
     */
    boolean asks(Conversation conversation, Said said) {
        var file = conversation.caseNumber() == null
                ? null
                : cases.find(conversation.caseNumber()).orElse(null);
        if (file == null || followsSomethingElse(conversation, file)) {
            return false;
        }
        var meant = right.of(conversations.required(conversation.id()), said.messages());
        if (!meant.unclear().isEmpty()) {
            ask(conversation, meant.unclear());
            return true;
        }
        var turned = meant.file().orElse(file);
        if (turned != file || !file.processInstanceId().equals(conversation.processInstanceId())) {
            current.turnTo(turned);
        }
        return false;
    }

    private boolean followsSomethingElse(Conversation conversation, CaseFile file) {
        return !file.processInstanceId().equals(conversation.processInstanceId())
                && processes.isRunning(conversation.processInstanceId());
    }

    private void ask(Conversation conversation, List<CaseFile> among) {
        var id = conversation.id();
        conversations.markHandled(id, null);
        var instance = processes.startByKey(
                ChooseCaseProcess.KEY,
                id.toString(),
                CaseProcess.CONVERSATION.of(id.toString()),
                ChooseCaseProcess.CASES.of(answers(conversation, among)));
        conversations.follow(id, instance);
    }

    private String answers(Conversation conversation, List<CaseFile> among) {
        var newest = among.subList(Math.max(0, among.size() - MOST), among.size());
        return Stream.concat(
                        newest.stream().map(file -> "%s = \"%s\"".formatted(file.number(), title(conversation, file))),
                        Stream.of(ChooseCaseProcess.ANOTHER + " = case.anotherMatter"))
                .collect(Collectors.joining("\n"));
    }

    /** What it is about, and the end of its number: what he remembers, and what tells two alike apart. */
    private String title(Conversation conversation, CaseFile file) {
        var number = " · " + file.number().substring(file.number().lastIndexOf('-') + 1);
        var about = texts.render(
                "intent." + (file.intent() == null ? "other" : file.intent()),
                conversation.line(),
                conversation.language(),
                Map.of());
        int room = LONGEST - number.length();
        return (about.length() <= room ? about : about.substring(0, room - 1) + "…").replace('"', '\'') + number;
    }
}
