package app.novelo.sandbox.internal;

import app.novelo.sandbox.internal.Template.Category;
import app.novelo.sandbox.internal.Template.Format;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A template that somebody wants to create.
 *
 * @param components their types in capitals, whatever they came in
 */
record TemplateDraft(String name, String language, Category category, Format format, ArrayNode components) {

    private static final int LONGEST_NAME = 512;
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]+");

    /** @see <a href="https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates/supported-languages">Meta, Supported languages</a> */
    private static final Set<String> LANGUAGES =
            Set.of(("af sq ar ar_EG ar_AE ar_LB ar_MA ar_QA az be_BY bn bn_IN bg ca zh_CN"
                            + " zh_HK zh_TW hr cs da prs_AF nl nl_BE en en_GB en_US en_AE en_AU en_CA en_GH en_IE en_IN en_JM"
                            + " en_MY en_NZ en_QA en_SG en_UG en_ZA et fil fi fr fr_BE fr_CA fr_CH fr_CI fr_MA ka de de_AT de_CH"
                            + " el gu ha he hi hu id ga it ja kn kk rw_RW ko ky_KG lo lv lt mk ms ml mr nb ps_AF fa pl pt_BR"
                            + " pt_PT pa ro ru sr si_LK sk sl es es_AR es_CL es_CO es_CR es_DO es_EC es_ES es_HN es_MX es_PA"
                            + " es_PE es_UY sw sv ta te th tr uk ur uz vi zu")
                    .split(" "));

    static TemplateDraft of(ObjectNode body) {
        var name = body.path("name").isTextual() ? body.path("name").asText() : "";
        if (TypeRules.characters(body.path("name")) > LONGEST_NAME) {
            throw TemplateErrors.tooLong("template name", LONGEST_NAME);
        }
        if (!NAME.matcher(name).matches()) {
            throw TemplateErrors.name();
        }
        var language = body.path("language").asText();
        if (!LANGUAGES.contains(language)) {
            throw new GraphError(
                    100,
                    "Param language must be one of {%s} - got \"%s\"."
                            .formatted(
                                    String.join(
                                            ", ", LANGUAGES.stream().sorted().toList()),
                                    language));
        }
        var category = one(Category.class, body, "category", null);
        var format = one(Format.class, body, "parameter_format", Format.POSITIONAL);
        return new TemplateDraft(name, language, category, format, components(body));
    }

    /** @return the same in the category that Meta gives it, with Meta's words where it writes them */
    TemplateDraft worded() {
        return new TemplateDraft(
                name, language, TemplateVerdict.category(this), format, worded(category, language, components));
    }

    static ArrayNode worded(Category category, String language, ArrayNode components) {
        return category == Category.AUTHENTICATION ? AuthenticationRules.worded(language, components) : components;
    }

    /** @return the components with their types, and those of buttons, in capitals */
    static ArrayNode components(ObjectNode body) {
        if (!(body.path("components") instanceof ArrayNode asked) || asked.isEmpty()) {
            throw new GraphError(100, "The parameter components is required.");
        }
        var components = asked.deepCopy();
        for (var component : components) {
            raise(component, "type");
            raise(component, "format");
            component.path("buttons").forEach(button -> {
                raise(button, "type");
                raise(button, "otp_type");
            });
        }
        return components;
    }

    private static void raise(JsonNode node, String field) {
        if (node instanceof ObjectNode object && object.path(field).isTextual()) {
            object.put(field, object.path(field).asText().toUpperCase(Locale.ROOT));
        }
    }

    /** @param otherwise what holds if nothing is said; null = it must be said */
    static <E extends Enum<E>> E one(Class<E> type, ObjectNode body, String param, @Nullable E otherwise) {
        var said = body.path(param).asText();
        if (said.isEmpty() && otherwise != null) {
            return otherwise;
        }
        var possible = type.getEnumConstants();
        return Arrays.stream(possible)
                .filter(word -> word.name().equals(said.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new GraphError(
                        100,
                        "Param %s must be one of %s - got \"%s\".".formatted(param, Arrays.asList(possible), said)));
    }
}
