package app.novelo.conversation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Voice notes that people here have sent: nobody can search what was said in them. */
public interface VoiceNotes {

    /** @return those of the agent in these conversations, oldest first; taken back and failed ones are none */
    List<VoiceNote> of(String agent, Collection<UUID> conversations, Instant since);

    Optional<VoiceNote> find(UUID message);

    /** @param by user id */
    record VoiceNote(UUID message, UUID conversation, String by, Instant at) {}
}
