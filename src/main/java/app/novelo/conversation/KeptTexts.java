package app.novelo.conversation;

import java.util.Optional;

/**
 * Words that a module keeps in its own tables. A sending task says them where its {@code textKey} is
 * {@code <prefix>:<reference>} and no key of the catalogue; they go out as they are.
 */
public interface KeptTexts {

    String prefix();

    /** @return empty if there are none, or none any more */
    Optional<String> find(String reference);
}
