package app.novelo.desk;

import java.util.Optional;

/** Where colleagues are reached on their own telephones. */
public interface OwnNumbers {

    /** @return his number on WhatsApp, digits with the country's and without plus; empty if he gave none or has left */
    Optional<String> of(String person);
}
