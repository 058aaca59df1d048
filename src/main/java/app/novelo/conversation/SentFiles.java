package app.novelo.conversation;

import app.novelo.platform.Caller;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** Documents that customers were sent. */
public interface SentFiles {

    /**
     * @param message id of a message of ours
     * @return the document that it carries, if it is here and the caller may see the conversation
     */
    Optional<Document> document(Caller caller, UUID message);

    /** @param path to be read only */
    record Document(UUID customer, String name, Path path) {}
}
