package app.novelo.platform.internal.security;

import app.novelo.platform.UserDirectory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** User and password of HTTP Basic, checked against the engine's users. */
@Component
class DirectoryAuthentication implements AuthenticationProvider {

    private final UserDirectory directory;

    DirectoryAuthentication(UserDirectory directory) {
        this.directory = directory;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        return directory
                .authenticate(asked.getName(), String.valueOf(asked.getCredentials()))
                .map(CallerAuthentication::new)
                .orElseThrow(() -> new BadCredentialsException("user or password is wrong"));
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
