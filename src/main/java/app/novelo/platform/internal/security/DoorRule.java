package app.novelo.platform.internal.security;

import app.novelo.platform.Caller;
import jakarta.servlet.DispatcherType;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Asks {@link Doors}; a dispatch inside the container was asked when it came in. */
class DoorRule implements AuthorizationManager<RequestAuthorizationContext> {

    @Override
    public AuthorizationDecision authorize(
            Supplier<Authentication> authentication, RequestAuthorizationContext context) {
        var request = context.getRequest();
        boolean admitted = request.getDispatcherType() != DispatcherType.REQUEST
                || Doors.to(request)
                        .map(door -> door.open() || door.admits(caller(authentication.get())))
                        .orElse(false);
        return new AuthorizationDecision(admitted);
    }

    @Deprecated
    @Override
    public AuthorizationDecision check(Supplier<Authentication> authentication, RequestAuthorizationContext context) {
        return authorize(authentication, context);
    }

    private static @Nullable Caller caller(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof Caller caller ? caller : null;
    }
}
