package app.novelo.ai;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who asks us to write no more, in Portuguese, English and Spanish, by rules inside this JVM. A wish that is
 * overlooked is read by whoever reads the message; one that is imagined costs a customer what he wanted to get.
 */
public interface OptOuts {

    /** Never throws, whatever the text. */
    Optional<OptOut> in(@Nullable String text);
}
