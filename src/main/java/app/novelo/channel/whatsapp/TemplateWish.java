package app.novelo.channel.whatsapp;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A template that somebody wants to have, as he writes it; anything may be missing.
 *
 * @param account whose it will be; or the account of {@code line}; neither is needed where there is only one
 * @param parameterFormat found out from the variables where it is not said
 * @param examples by the keys of the variables: Meta wants one for each
 * @param authentication in place of all words: Meta writes those of a code itself
 */
record TemplateWish(
        @Nullable String account,
        @Nullable String line,
        @Nullable String name,
        @Nullable String language,
        @Nullable String category,
        @Nullable String parameterFormat,
        @Nullable Header header,
        @Nullable String body,
        @Nullable String footer,
        @Nullable List<@Nullable Button> buttons,
        @Nullable Map<String, @Nullable String> examples,
        @Nullable Code authentication) {

    /**
     * What stands above the body.
     *
     * @param media id of an uploaded file, as the sample of a picture, video or document
     */
    record Header(@Nullable String type, @Nullable String text, @Nullable String media) {}

    /** @param value address, with {@code {{1}}} at its end if it has a variable, or number */
    record Button(@Nullable String type, @Nullable String text, @Nullable String value) {}

    /**
     * What can be chosen of a template with a code.
     *
     * @param securityRecommendation adds that it should not be passed on
     * @param expiresInMinutes adds until when it holds
     * @param button its label; Meta's own if it is missing
     */
    record Code(
            @Nullable Boolean securityRecommendation, @Nullable Integer expiresInMinutes, @Nullable String button) {}

    boolean isAuthentication() {
        return TemplateReader.AUTHENTICATION.equals(category);
    }

    /** @return those that are there; {@link TemplateButtonLimits} refuses those that are not */
    List<@Nullable Button> allButtons() {
        return buttons == null ? List.of() : buttons;
    }

    @Nullable
    String example(String key) {
        return examples == null ? null : examples.get(key);
    }

    /** The parts that an edit cannot change are those of the template. */
    TemplateWish of(StoredTemplate template) {
        var meta = template.meta();
        return new TemplateWish(
                template.account(),
                null,
                meta.name(),
                meta.language(),
                category == null ? meta.category() : category,
                meta.parameterFormat(),
                header,
                body,
                footer,
                buttons,
                examples,
                authentication);
    }
}
