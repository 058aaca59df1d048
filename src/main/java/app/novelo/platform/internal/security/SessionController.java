package app.novelo.platform.internal.security;

import app.novelo.platform.Callers;
import app.novelo.platform.UserDirectory;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who asks, for our own pages: they are told what the reader may do, and the token that their changes need. */
@RestController
class SessionController {

    private final UserDirectory directory;
    private final Clock clock;

    SessionController(UserDirectory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/api/v1/session")
    Session session(HttpServletRequest request) {
        var caller = Callers.current();
        return new Session(
                caller.id(),
                caller.name(),
                caller.groups().stream().sorted().toList(),
                caller.isManager(),
                caller.isAdministrator(),
                token(request).orElse(null),
                clock.instant());
    }

    /** Whoever sends his password with each request needs none. */
    private Optional<String> token(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) == null
                ? Optional.ofNullable(request.getSession(false)).flatMap(directory::csrfToken)
                : Optional.empty();
    }

    /**
     * @param roles ids of the groups that the caller belongs to; a queue is one
     * @param manager sees every queue and the pages of the company; so does an administrator
     * @param csrfToken what every change needs in the header {@code X-XSRF-TOKEN}; null without a session of the webapps
     * @param now business time, against which a page counts
     */
    record Session(
            String user,
            String name,
            List<String> roles,
            boolean manager,
            boolean administrator,
            @Nullable String csrfToken,
            Instant now) {}
}
