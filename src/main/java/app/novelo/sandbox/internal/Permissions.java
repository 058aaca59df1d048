package app.novelo.sandbox.internal;

import app.novelo.sandbox.internal.Restrictions.Type;
import app.novelo.sandbox.internal.Template.Category;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What a business may send to this customer now. What its account or number is not allowed at all is refused at once; what
 * depends on the customer, the window or money is taken and fails later.
 */
@SandboxOnly
@Component("sandboxPermissions")
class Permissions {

    private final Accounts accounts;
    private final LineHealths lines;
    private final Restrictions restrictions;
    private final Stances stances;
    private final Allowances allowances;
    private final Reach reach;

    Permissions(
            Accounts accounts,
            LineHealths lines,
            Restrictions restrictions,
            Stances stances,
            Allowances allowances,
            Reach reach) {
        this.accounts = accounts;
        this.lines = lines;
        this.restrictions = restrictions;
        this.stances = stances;
        this.allowances = allowances;
        this.reach = reach;
    }

    /** @throws GraphError if account or number may not send such a message */
    void check(SendRequest request, boolean open) {
        if (account(request).isBanned()) {
            throw GraphError.of(131031);
        }
        switch (lines.of(request.line()).status()) {
            case DISCONNECTED, PENDING -> throw GraphError.of(133010);
            case BANNED, RESTRICTED -> throw GraphError.of(131031);
            default -> {} // it may send
        }
        check(request, open, restrictions.of(request.line().account()));
    }

    private static void check(SendRequest request, boolean open, List<Type> forbidden) {
        var first = open ? Type.RESTRICTED_CUSTOMER_INITIATED_MESSAGING : Type.RESTRICTED_BIZ_INITIATED_MESSAGING;
        if (forbidden.contains(first)) {
            throw GraphError.of(131031);
        }
        if (isOf(request, Category.UTILITY) && forbidden.contains(Type.RESTRICTED_UTILITY_TEMPLATES)) {
            throw GraphError.of(131064);
        }
    }

    /** @return why this customer will not get it */
    Optional<GraphError> failure(SendRequest request, Phone phone, boolean open) {
        var stance = stances.of(phone.number(), request.line());
        if (stance.blocked()) {
            return Optional.of(GraphError.of(131026)); // Meta does not tell that it is this
        }
        if (stance.noMarketing() && isOf(request, Category.MARKETING)) {
            return Optional.of(GraphError.of(131050));
        }
        return request.filled() == null ? ofService(request, open) : ofTemplate(request, phone, open);
    }

    private Optional<GraphError> ofService(SendRequest request, boolean open) {
        if (!open) {
            return Optional.of(GraphError.of(131047));
        }
        boolean unpaid =
                allowances.isUsedUp(request.line()) && !account(request).funded();
        return unpaid ? Optional.of(GraphError.of(131042)) : Optional.empty();
    }

    private Optional<GraphError> ofTemplate(SendRequest request, Phone phone, boolean open) {
        var account = account(request);
        if (!account.funded()) {
            return Optional.of(GraphError.of(131042));
        }
        if (open) {
            return Optional.empty();
        }
        if (reach.isExhausted(account, phone.number())) {
            return Optional.of(GraphError.of(131048));
        }
        reach.add(account, phone.number());
        return Optional.empty();
    }

    private Account account(SendRequest request) {
        return accounts.find(request.line().account()).orElseThrow();
    }

    private static boolean isOf(SendRequest request, Category category) {
        return request.filled() != null && request.filled().template().category() == category;
    }
}
