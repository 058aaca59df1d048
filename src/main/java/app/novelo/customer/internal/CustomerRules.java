package app.novelo.customer.internal;

import app.novelo.customer.NewCustomer;
import app.novelo.customer.Registration.Person;
import app.novelo.platform.BadRequest;
import app.novelo.platform.UserDirectory;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people may write down of a customer. Each takes a text as it came, and throws a problem that names the field. */
@Component
class CustomerRules {

    /** A language with or without country, as BCP 47 writes it: {@code pt}, {@code pt-BR}. */
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Z]{2})?");

    private static final Pattern FIELD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} _.-]{0,49}");

    private static final int LONGEST_WORD = 100;
    private static final int LONGEST_VALUE = 500;
    private static final int MOST_FIELDS = 50;

    private final UserDirectory users;

    CustomerRules(UserDirectory users) {
        this.users = users;
    }

    /** @throws BadRequest naming the field; {@code phone} is not looked at */
    Person checked(NewCustomer told, String dialled) {
        return new Person(
                dialled,
                told.name() == null ? null : name(told.name()),
                language(told.language()),
                segment(told.segment()),
                contract(told.contract()),
                owner(told.owner()),
                fields(told.fields()));
    }

    static String name(@Nullable String text) {
        var name = blankIsNull(text);
        if (name == null
                || !fits(name, CustomerName.LONGEST)
                || CustomerName.clean(name).isEmpty()) {
            throw new BadRequest("name", "a name has 1 to " + CustomerName.LONGEST + " characters");
        }
        return CustomerName.clean(name);
    }

    static @Nullable String language(@Nullable String text) {
        var language = blankIsNull(text);
        if (language != null && !LANGUAGE.matcher(language).matches()) {
            throw new BadRequest("language", "a language such as pt or pt-BR");
        }
        return language;
    }

    static @Nullable String segment(@Nullable String text) {
        return word("segment", text);
    }

    static @Nullable String contract(@Nullable String text) {
        return word("contract", text);
    }

    /** Of the company's own making, compared by tables. */
    private static @Nullable String word(String field, @Nullable String text) {
        var word = blankIsNull(text);
        if (word != null && !fits(word, LONGEST_WORD)) {
            throw new BadRequest(field, "at most " + LONGEST_WORD + " characters");
        }
        return word;
    }

    @Nullable
    String owner(@Nullable String text) {
        var owner = blankIsNull(text);
        if (owner != null && (owner.indexOf('\0') >= 0 || users.find(owner).isEmpty())) {
            throw new BadRequest("owner", "no such user");
        }
        return owner;
    }

    /** @return without those that are blank */
    static Map<String, String> fields(Map<String, String> given) {
        var fields = new TreeMap<String, String>();
        given.forEach((name, value) -> {
            if (!isField(name)) {
                throw new BadRequest(
                        "fields", "a name has 1 to 50 letters, digits, spaces, dots, hyphens or underscores");
            }
            if (!fits(value, LONGEST_VALUE)) {
                throw new BadRequest("fields." + name, "at most " + LONGEST_VALUE + " characters");
            }
            if (!value.isBlank()) {
                fields.put(name, value.strip());
            }
        });
        if (fields.size() > MOST_FIELDS) {
            throw new BadRequest("fields", "at most " + MOST_FIELDS + " fields");
        }
        return fields;
    }

    static boolean isField(String name) {
        return FIELD.matcher(name).matches();
    }

    private static @Nullable String blankIsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** PostgreSQL keeps neither NUL nor half of a character. */
    static boolean fits(String text, int longest) {
        return text.length() <= longest
                && text.indexOf('\0') < 0
                && text.codePoints()
                        .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
