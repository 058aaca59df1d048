package app.novelo.platform;

import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** The caller of the request that this thread serves. */
public final class Callers {

    private Callers() {}

    /** @throws IllegalStateException outside an authenticated request */
    public static Caller current() {
        return find().orElseThrow(() -> new IllegalStateException("no authenticated caller on this thread"));
    }

    /** @throws NotFound for everybody but managers: others need not even know that there is something */
    public static void managersOnly() {
        if (!current().isManager()) {
            throw new NotFound("page");
        }
    }

    public static Optional<Caller> find() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(Caller.class::isInstance)
                .map(Caller.class::cast);
    }
}
