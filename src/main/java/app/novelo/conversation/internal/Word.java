package app.novelo.conversation.internal;

import app.novelo.conversation.Author;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.Conversations;
import app.novelo.conversation.NotYourTurn;
import app.novelo.conversation.Speaker;
import app.novelo.engine.Turn;
import app.novelo.engine.Turns;
import app.novelo.platform.Caller;
import app.novelo.platform.UserDirectory;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who has the word: taken, given back, or refused. */
@Component
class Word {

    private final Turns turns;
    private final Conversations conversations;
    private final UserDirectory users;

    Word(Turns turns, Conversations conversations, UserDirectory users) {
        this.turns = turns;
        this.conversations = conversations;
        this.users = users;
    }

    Conversation take(Caller caller, UUID id) {
        return turns.inTurn(Turn.ofConversation(id.toString()), () -> {
            conversations.giveWord(id, Speaker.AGENT, caller.id());
            return conversations.required(id);
        });
    }

    Conversation release(Caller caller, UUID id) {
        return turns.inTurn(Turn.ofConversation(id.toString()), () -> {
            var conversation = conversations.required(id);
            if (conversation.speaker() == Speaker.AGENT) {
                holderOrManager(caller, conversation);
                conversations.giveWord(id, afterAgent(conversation), null);
            }
            return conversations.required(id);
        });
    }

    /** Whoever has it on the phone cannot give it back. */
    private void holderOrManager(Caller caller, Conversation conversation) {
        if (!caller.id().equals(conversation.speakerId()) && !caller.isManager() && !isOnPhone(conversation)) {
            throw refusal(conversation);
        }
    }

    private static Speaker afterAgent(Conversation conversation) {
        return conversation.processInstanceId() == null ? Speaker.NONE : Speaker.PROCESS;
    }

    /** Within the turn: an agent who writes takes the word unless another agent has it. One who is on the phone is none. */
    void takeToWrite(Caller caller, Conversation conversation) {
        if (conversation.speaker() == Speaker.AGENT
                && !caller.id().equals(conversation.speakerId())
                && !isOnPhone(conversation)) {
            throw refusal(conversation);
        }
        conversations.giveWord(conversation.id(), Speaker.AGENT, caller.id());
    }

    static boolean isOnPhone(Conversation conversation) {
        return Author.PHONE.equals(conversation.speakerId());
    }

    private NotYourTurn refusal(Conversation conversation) {
        var holder = String.valueOf(conversation.speakerId());
        return new NotYourTurn(holder, users.find(holder).map(Caller::name).orElse(holder));
    }
}
