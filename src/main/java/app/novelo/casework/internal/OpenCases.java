package app.novelo.casework.internal;

import app.novelo.casework.CaseFile;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.Conversations;
import app.novelo.conversation.OtherCases;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What a conversation is about: any number of open cases, of which one is current. State, queue, owner and word of the
 * conversation are the current case's. All is called within the conversation's turn.
 */
@Component
class OpenCases {

    /** Where there is something to do, else where somebody waits, else what has come last. */
    private static final Comparator<CaseFile> NEXT = Comparator.comparing(CaseFile::isResolved)
            .thenComparing(CaseFile::isWaiting)
            .thenComparing(CaseFile::openedAt, Comparator.reverseOrder());

    private final CaseRows rows;
    private final Kinds kinds;
    private final Conversations conversations;

    OpenCases(CaseRows rows, Kinds kinds, Conversations conversations) {
        this.rows = rows;
        this.kinds = kinds;
        this.conversations = conversations;
    }

    /** @return those that are not closed and may have messages, oldest first */
    List<CaseFile> of(UUID conversation) {
        return rows.openOf(conversation).stream().filter(this::hasMessages).toList();
    }

    private boolean hasMessages(CaseFile file) {
        return kinds.hasMessages(file.kind());
    }

    /** Keeps what else the conversation is about, for whoever may see it and for the customer's next message. */
    void note(UUID conversation) {
        var current = conversations.required(conversation).caseNumber();
        var others = rows.openOf(conversation).stream()
                .filter(file -> !file.number().equals(current))
                .toList();
        conversations.alsoAbout(
                conversation,
                new OtherCases(
                        others.stream()
                                .filter(this::hasMessages)
                                .map(CaseFile::number)
                                .toList(),
                        others.stream().map(CaseFile::queue).distinct().toList(),
                        others.stream()
                                .map(CaseFile::owner)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList()));
    }

    /** A case that is not the current one has another queue, owner or end. */
    void changed(CaseFile file) {
        if (file.conversation() != null) {
            conversations
                    .find(file.conversation())
                    .filter(conversation ->
                            conversation.others().anybody() && !file.number().equals(conversation.caseNumber()))
                    .ifPresent(conversation -> note(conversation.id()));
        }
    }

    /** @return an open case that the conversation may turn to when this one needs nobody any more */
    Optional<CaseFile> besides(CaseFile file, Conversation conversation) {
        return conversation.others().areThere()
                ? of(conversation.id()).stream()
                        .filter(other -> !other.number().equals(file.number()))
                        .min(NEXT)
                : Optional.empty();
    }
}
