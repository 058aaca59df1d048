package app.novelo.customer.internal;

import app.novelo.platform.Problem;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The number is a customer's already. Who may not see him learns no more than that. */
final class CustomerKnown extends Problem {

    CustomerKnown(@Nullable UUID customer) {
        super(
                HttpStatus.CONFLICT,
                "customer-known",
                "There is a customer with this number already",
                customer == null ? Map.of() : Map.of("customer", customer));
    }
}
