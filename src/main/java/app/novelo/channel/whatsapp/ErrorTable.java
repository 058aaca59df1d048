package app.novelo.channel.whatsapp;

import static app.novelo.channel.whatsapp.ErrorTable.Behaviour.AFTER_FIVE_MINUTES;
import static app.novelo.channel.whatsapp.ErrorTable.Behaviour.AFTER_MINUTES;
import static app.novelo.channel.whatsapp.ErrorTable.Behaviour.LIMITED;
import static app.novelo.channel.whatsapp.ErrorTable.Behaviour.LINE_STOPPED;
import static app.novelo.channel.whatsapp.ErrorTable.Behaviour.OPTED_OUT;
import static app.novelo.channel.whatsapp.ErrorTable.Behaviour.PAIR_RATE;
import static app.novelo.channel.whatsapp.ErrorTable.Behaviour.REFUSED;
import static app.novelo.channel.whatsapp.ErrorTable.Behaviour.RETRY;
import static app.novelo.channel.whatsapp.ErrorTable.Behaviour.TEMPLATE_UNAVAILABLE;
import static app.novelo.channel.whatsapp.ErrorTable.Behaviour.WINDOW_CLOSED;

import java.util.List;
import java.util.Optional;

/**
 * Every error of the Cloud API and what is done about it. A code that is not here is judged by {@link GraphErrors}, which
 * also takes Meta's 0 for the 190 that it means: with us 0 says that there was no code.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes">Meta, Error codes</a>
 */
final class ErrorTable {

    /** What is done about an error. */
    enum Behaviour {
        /** Rates and passing faults: again with back-off, as long as the service window is open. */
        RETRY,
        /** Maintenance: the same, at a slower pace. */
        AFTER_MINUTES,
        /** Too many messages to one customer: 4, 16, 64 … seconds, for him alone. */
        PAIR_RATE,
        /** The number was just deleted and registered again: three attempts. */
        AFTER_FIVE_MINUTES,
        /** Worth three attempts. */
        LIMITED,
        /** Nothing goes out on this line until a person has acted; it is tried again now and then. */
        LINE_STOPPED,
        /** The customer wrote too long ago: the conversation's window is closed. */
        WINDOW_CLOSED,
        /** The customer wants no advertising: remembered. */
        OPTED_OUT,
        /** Count, existence, format, paused, disabled: Meta's template is another one than our copy. */
        TEMPLATE_UNAVAILABLE,
        /** This message will not go, and another attempt would not help. */
        REFUSED
    }

    /** @param from first code, {@code to} last code, inclusive */
    record Row(int from, int to, Behaviour behaviour, String meaning) {

        boolean covers(int code) {
            return from <= code && code <= to;
        }
    }

    static final List<Row> ROWS = List.of(
            row(1, LIMITED, "unknown error of the API"),
            row(2, RETRY, "service temporarily down"),
            row(3, LINE_STOPPED, "capability missing"),
            row(4, RETRY, "calls of the app"),
            row(10, LINE_STOPPED, "permission missing"),
            row(33, LINE_STOPPED, "our number is gone"),
            row(100, REFUSED, "parameter unknown or invalid"),
            row(190, LINE_STOPPED, "token expired or revoked"),
            rows(200, 299, LINE_STOPPED, "permission missing"),
            row(368, LINE_STOPPED, "temporarily blocked for policy"),
            row(803, REFUSED, "object not found"),
            row(80007, RETRY, "rate of the business account"),
            row(130403, REFUSED, "the business has blocked this user"),
            row(130429, RETRY, "throughput of the number"),
            row(130472, REFUSED, "user is in a marketing experiment"),
            row(130497, REFUSED, "restricted for that country"),
            row(131000, LIMITED, "generic failure"),
            row(131005, LINE_STOPPED, "access denied"),
            row(131008, REFUSED, "required parameter missing"),
            row(131009, REFUSED, "value of a parameter invalid"),
            row(131016, RETRY, "service unavailable"),
            row(131020, REFUSED, "groups"),
            row(131021, REFUSED, "sender is recipient"),
            row(131026, REFUSED, "undeliverable; Meta hides the reason"),
            row(131030, REFUSED, "not in the allow-list of a test number"),
            row(131031, LINE_STOPPED, "account locked"),
            row(131037, LINE_STOPPED, "display name not approved"),
            row(131041, REFUSED, "groups"),
            row(131042, LINE_STOPPED, "payment"),
            row(131045, LINE_STOPPED, "certificate of the number"),
            row(131047, WINDOW_CLOSED, "more than 24 hours since the customer wrote"),
            row(131048, LINE_STOPPED, "spam rate of the number"),
            row(131049, REFUSED, "the user's cap of marketing"),
            row(131050, OPTED_OUT, "user wants no marketing"),
            row(131051, REFUSED, "unsupported type"),
            row(131052, LIMITED, "media could not be downloaded"),
            row(131053, REFUSED, "media could not be uploaded or converted"),
            row(131055, REFUSED, "method not allowed"),
            row(131056, PAIR_RATE, "messages to one user"),
            row(131057, AFTER_MINUTES, "account in maintenance"),
            row(131059, LIMITED, "bad cursor"),
            row(131060, REFUSED, "message unavailable"),
            rows(131061, 131063, REFUSED, "of another endpoint, or a user id where a phone is needed"),
            row(131064, REFUSED, "limit because of templates in the wrong category"),
            rows(131200, 131299, REFUSED, "groups"),
            row(132000, TEMPLATE_UNAVAILABLE, "count of template parameters"),
            row(132001, TEMPLATE_UNAVAILABLE, "template missing"),
            row(132005, REFUSED, "template text too long"),
            row(132007, REFUSED, "template against policy"),
            row(132008, REFUSED, "template parameter empty"),
            row(132012, TEMPLATE_UNAVAILABLE, "template parameter of another format"),
            row(132015, TEMPLATE_UNAVAILABLE, "template paused"),
            row(132016, TEMPLATE_UNAVAILABLE, "template disabled"),
            row(132018, REFUSED, "template parameter with line breaks"),
            row(132068, REFUSED, "flow blocked"),
            row(132069, REFUSED, "flow throttled"),
            row(133000, LINE_STOPPED, "deregistration incomplete"),
            row(133004, RETRY, "server unavailable"),
            row(133005, LINE_STOPPED, "wrong PIN"),
            row(133006, LINE_STOPPED, "number not verified"),
            row(133008, LINE_STOPPED, "too many PIN attempts"),
            row(133009, LINE_STOPPED, "PIN entered too fast"),
            row(133010, LINE_STOPPED, "number not registered"),
            row(133015, AFTER_FIVE_MINUTES, "number recently deleted"),
            row(133016, LINE_STOPPED, "too many registrations"),
            row(134011, LINE_STOPPED, "terms of payment"),
            row(134100, REFUSED, "not marketing"),
            row(134101, LIMITED, "template is being synchronised"),
            row(134102, REFUSED, "marketing API unavailable"),
            row(135000, REFUSED, "generic error of the request"),
            row(137000, REFUSED, "the user's identity has changed"),
            rows(138000, 138023, REFUSED, "calls"),
            rows(139000, 139004, REFUSED, "flows"),
            rows(139100, 139103, REFUSED, "blocking of users"),
            rows(147001, 147005, REFUSED, "user names"),
            row(2388019, REFUSED, "templates: their number"),
            row(2388039, REFUSED, "templates: syntax"),
            row(2388040, REFUSED, "templates: length"),
            row(2388047, REFUSED, "templates: header"),
            row(2388072, REFUSED, "templates: body"),
            row(2388073, REFUSED, "templates: footer"),
            row(2388293, REFUSED, "templates: too many variables"),
            row(2388299, REFUSED, "templates: variable at the edge"),
            row(2494100, AFTER_MINUTES, "number in maintenance"));

    private ErrorTable() {}

    static Optional<Behaviour> of(int code) {
        return ROWS.stream().filter(row -> row.covers(code)).findFirst().map(Row::behaviour);
    }

    private static Row row(int code, Behaviour behaviour, String meaning) {
        return new Row(code, code, behaviour, meaning);
    }

    private static Row rows(int from, int to, Behaviour behaviour, String meaning) {
        return new Row(from, to, behaviour, meaning);
    }
}
