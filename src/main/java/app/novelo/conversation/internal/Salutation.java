package app.novelo.conversation.internal;

import app.novelo.conversation.Texts;
import app.novelo.customer.Customer;
import app.novelo.customer.Customers;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a text calls the customer. One whose name nobody knows is called what the catalogue says: a greeting by number reads
 * like a machine's, and the channel takes no template with an empty value.
 */
@Component
class Salutation {

    private static final String UNNAMED = "customer.unnamed";

    private final Customers customers;
    private final Texts texts;

    Salutation(Customers customers, Texts texts) {
        this.customers = customers;
        this.texts = texts;
    }

    /** @param language of the text */
    String of(UUID customer, UUID line, @Nullable String language) {
        return customers
                .find(customer)
                .flatMap(Customer::ownName)
                .orElseGet(() -> texts.render(UNNAMED, line, language, Map.of()));
    }
}
