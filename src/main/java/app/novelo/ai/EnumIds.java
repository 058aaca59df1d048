package app.novelo.ai;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The way back from an id to its constant, for words that come from outside. */
final class EnumIds {

    private EnumIds() {}

    static <E extends Enum<E>> Optional<E> find(Class<E> type, String id) {
        var name = id.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst();
    }
}
