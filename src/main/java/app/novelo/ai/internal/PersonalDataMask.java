package app.novelo.ai.internal;

import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Takes out of a text what identifies a person before it leaves for a provider. Names stay: no rule finds them surely. */
@Component
class PersonalDataMask {

    /** As much as a WhatsApp text holds; the finder looks no further, so nothing further may leave. */
    private static final int LONGEST = 4096;

    /** A mistyped CPF or card fails its check digits and is still somebody's. */
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d(?:[ ./()-]{0,2}\\d){7,40}");

    private final EntityFinder entities;

    PersonalDataMask(EntityFinder entities) {
        this.entities = entities;
    }

    String mask(String text) {
        var excerpt = text.substring(0, Math.min(text.length(), LONGEST));
        var masked = new StringBuilder();
        int done = 0;
        for (var entity : entities.withCards(excerpt)) {
            if (isPersonal(entity.type())) {
                masked.append(excerpt, done, entity.start())
                        .append('[')
                        .append(entity.type())
                        .append(']');
                done = entity.end();
            }
        }
        return LONG_NUMBER
                .matcher(masked.append(excerpt, done, excerpt.length()))
                .replaceAll("[number]");
    }

    private static boolean isPersonal(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "cpf", "cnpj", "email", "phone", DocumentRules.CARD -> true;
            default -> false;
        };
    }
}
