package app.novelo.sandbox.internal;

import java.util.Locale;

/**
 * What Meta answers to what it refuses in template management. The subcodes are documented, or seen in answers that people
 * have shown; where neither is the case there is none.
 *
 * @see <a href="https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes">Meta,
 *     Template creation errors</a>
 */
final class TemplateErrors {

    private TemplateErrors() {}

    static GraphError name() {
        return GraphError.ofTemplate(
                2388046,
                "Name Format is Incorrect",
                "The message template name can only have lowercase letters, numbers and underscores.");
    }

    static GraphError tooLong(String what, int most) {
        return GraphError.ofTemplate(
                2388040,
                "Character Limit Exceeded",
                "The %s can't have more than %d characters.".formatted(what, most));
    }

    static GraphError header(String message) {
        return GraphError.ofTemplate(2388047, "Message Header Format is Incorrect", message);
    }

    static GraphError body(String message) {
        return GraphError.ofTemplate(2388072, "Message Body Format is Incorrect", message);
    }

    static GraphError footer(String message) {
        return GraphError.ofTemplate(2388073, "Message Footer Format is Incorrect", message);
    }

    static GraphError buttons(String message) {
        return GraphError.ofTemplate(null, "Message Buttons Format is Incorrect", message);
    }

    static GraphError missing(String component, String field) {
        return GraphError.ofTemplate(
                2388043,
                "Message template \"components\" param is missing expected field(s)",
                "component of type %s is missing expected field(s) (%s)".formatted(component, field));
    }

    static GraphError handle() {
        return GraphError.ofTemplate(
                2494102,
                "Uploaded media handle is invalid",
                "Use a handle that the Resumable Upload API has given for a file of the header's format.");
    }

    static GraphError edge() {
        return GraphError.ofTemplate(
                2388299,
                "Leading or trailing params not allowed",
                "Variables can't be at the start or end of the template.");
    }

    static GraphError ratio() {
        return GraphError.ofTemplate(
                2388293,
                "Parameters words ratio exceeds limit",
                "This template has too many variables for its length. Reduce the number of variables or increase the"
                        + " message length.");
    }

    static GraphError exists(String language) {
        return GraphError.ofTemplate(
                2388024,
                "Content in This Language Already Exists",
                "There is already %s content for this template. You can create a new template and try again."
                        .formatted(spoken(language)));
    }

    static GraphError beingDeleted(String language) {
        return GraphError.ofTemplate(
                2388023,
                "Message Template Language is Being Deleted",
                "New %1$s content can't be added while the existing %1$s content is being deleted. Try again in 4 weeks."
                        .formatted(spoken(language)));
    }

    static GraphError otherCategory(Template.Category asked) {
        return GraphError.ofTemplate(
                null,
                "Category Mismatch",
                "The category %s doesn't match the one that's already associated with this template.".formatted(asked));
    }

    static GraphError tooMany() {
        return GraphError.ofTemplate(
                2388019,
                "Message Template Limit Exceeded",
                "You have exceeded the maximum number of message templates you can have for this WhatsApp business"
                        + " account.");
    }

    static GraphError fixed() {
        return GraphError.ofTemplate(
                2388039,
                "Message template status can't be changed",
                "The status for this message template can't be changed. You can only delete or add templates.");
    }

    static GraphError editedTooOften() {
        return GraphError.ofTemplate(
                2388039,
                "Message template status can't be changed",
                "An approved template can be edited once in 24 hours and ten times in 30 days.");
    }

    static GraphError fixedCategory() {
        return GraphError.ofTemplate(
                null, "Category can't be changed", "The category of an approved template can't be changed.");
    }

    static GraphError notFound(String what) {
        return GraphError.ofTemplate(
                2593002, "Message Template Not Found", "No message template exists with %s.".formatted(what));
    }

    private static String spoken(String language) {
        return Locale.forLanguageTag(language.replace('_', '-')).getDisplayName(Locale.ENGLISH);
    }
}
