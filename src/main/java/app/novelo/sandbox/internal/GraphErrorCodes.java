package app.novelo.sandbox.internal;

import static java.util.Map.entry;

import java.util.Map;

/**
 * Titles and HTTP statuses of the error codes.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes">Meta, Error codes</a>
 */
final class GraphErrorCodes {

    private record Known(int httpStatus, String title, String details) {}

    private static final Map<Integer, Known> KNOWN = Map.ofEntries(
            known(1, 500, "An unknown error occurred", "Possibly a temporary issue; try again"),
            known(2, 503, "Service temporarily unavailable", "Temporary issue due to downtime or overload"),
            known(4, 429, "Application request limit reached", "The app has reached its API call rate limit"),
            known(10, 403, "Application does not have permission for this action", "Permission is missing or removed"),
            known(33, 400, "Parameter value is not valid", "The business phone number has been deleted"),
            known(100, 400, "Invalid parameter", "The request contains an invalid parameter"),
            known(190, 401, "Invalid OAuth access token", "The access token could not be decrypted or has expired"),
            known(368, 403, "Temporarily blocked for policies violations", "The account violated a platform policy"),
            known(80007, 429, "Rate limit issues", "The WhatsApp Business Account has reached its rate limit"),
            known(130429, 429, "Rate limit hit", "Cloud API message throughput has been reached"),
            known(130472, 400, "User's number is part of an experiment", "The message was not sent: experiment"),
            known(131000, 500, "Something went wrong", "Message failed to send due to an unknown error"),
            known(131005, 403, "Access denied", "Permission is either not granted or has been removed"),
            known(131008, 400, "Required parameter is missing", "The request misses a required parameter"),
            known(131009, 400, "Parameter value is not valid", "One or more parameter values are invalid"),
            known(131016, 500, "Service unavailable", "A service is temporarily unavailable"),
            known(131021, 400, "Recipient cannot be sender", "Sender and recipient phone number is the same"),
            known(131026, 400, "Message undeliverable", "Unable to deliver the message"),
            known(131030, 400, "Recipient phone number not in allowed list", "Add the number to the recipient list"),
            known(131031, 403, "Business Account locked", "The account is restricted or disabled"),
            known(131042, 400, "Business eligibility payment issue", "There was an error with the payment method"),
            known(
                    131047,
                    400,
                    "Re-engagement message",
                    "Message failed to send because more than 24 hours have passed since the customer last replied to this"
                            + " number."),
            known(131048, 429, "Spam rate limit hit", "Too many earlier messages were blocked or flagged as spam"),
            known(131049, 400, "Healthy ecosystem engagement", "Not delivered to maintain healthy engagement"),
            known(131050, 400, "User has stopped marketing messages", "The recipient opted out of marketing messages"),
            known(131051, 400, "Message type unknown", "Unsupported message type"),
            known(131053, 400, "Media upload error", "Unable to upload the media used in the message"),
            known(
                    131056,
                    429,
                    "(Business Account, Consumer Account) pair rate limit hit",
                    "Too many messages to one user"),
            known(131057, 500, "Account in maintenance mode", "The account is in maintenance mode"),
            known(132000, 400, "Number of parameters does not match the expected number of params", "Count differs"),
            known(132001, 404, "Template name does not exist in the translation", "The template does not exist"),
            known(132012, 400, "Parameter format does not match format in the created template", "Format differs"),
            known(132015, 400, "Template is paused", "Template is paused due to low quality"),
            known(132016, 400, "Template is disabled", "Template was paused too many times and is disabled"),
            known(133004, 503, "Server temporarily unavailable", "Server is temporarily unavailable"),
            known(133010, 400, "Phone number not registered", "Phone number not registered on WhatsApp"));

    private static final Known ANY = new Known(400, "Something went wrong", "A fault that was asked for");

    private GraphErrorCodes() {}

    private static Map.Entry<Integer, Known> known(int code, int httpStatus, String title, String details) {
        return entry(code, new Known(httpStatus, title, details));
    }

    static String title(int code) {
        return KNOWN.getOrDefault(code, ANY).title();
    }

    static String details(int code) {
        return KNOWN.getOrDefault(code, ANY).details();
    }

    static int httpStatus(int code) {
        return KNOWN.getOrDefault(code, ANY).httpStatus();
    }

    static boolean isTransient(int code) {
        return code == 2;
    }
}
