package app.novelo.platform;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/** The people of this installation. Implemented by the engine, which keeps users, groups and passwords. */
public interface UserDirectory {

    /** @return the caller, or empty for an unknown user, a wrong password or a locked account alike */
    Optional<Caller> authenticate(String userId, String password);

    /** @return the user who is logged in to Tasklist or Cockpit with this session */
    Optional<Caller> loggedIn(HttpSession session);

    /** @return whether {@code token} is the one that the webapps gave to this session; compared in constant time */
    boolean isCsrfToken(HttpSession session, String token);

    /** @return the token that the webapps gave to this session; pages outside of theirs cannot read its cookie */
    Optional<String> csrfToken(HttpSession session);

    Optional<Caller> find(String userId);
}
