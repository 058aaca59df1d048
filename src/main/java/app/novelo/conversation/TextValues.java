package app.novelo.conversation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Knows what the texts of some processes may have filled in besides what all may. Names are those of the closed list. */
public interface TextValues {

    /**
     * @param businessKey of the process that speaks
     * @param language of the customer, if it is known
     * @return empty if the process is none of its own; a name that is not there cannot be filled in
     */
    Map<String, String> of(String businessKey, @Nullable String language);
}
