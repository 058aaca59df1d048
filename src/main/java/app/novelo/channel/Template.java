package app.novelo.channel;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A template in one language, as its channel holds it.
 *
 * @param category the channel's word: {@code MARKETING}, {@code UTILITY} or {@code AUTHENTICATION}; open for more
 * @param variables keys of the values that it must be given, see {@link Content.Template#values()}
 * @param file kind of the file that stands above it, such as {@code image}; null for none
 * @param whyNot a word for why it cannot be sent now: {@code not-approved}, {@code unsupported} or {@code outdated}; null
 *     if it can
 */
public record Template(
        UUID id,
        String name,
        String language,
        String category,
        List<String> variables,
        @Nullable String file,
        @Nullable String whyNot) {

    public boolean isUsable() {
        return whyNot == null;
    }
}
