package app.novelo.sandbox.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who calls the Graph API, and what he may see: a token opens one account and its numbers, and only what it permits. */
@SandboxOnly
@Component("sandboxGraphAccess")
class GraphAccess {

    /** Uploads are documented with the older word. */
    private static final Pattern AUTHORIZATION = Pattern.compile("(?:Bearer|OAuth)\\s+(\\S+)\\s*");

    /** Of a token that was taken back, as Meta tells it apart from one that was never any. */
    private static final int REVOKED = 467;

    private final Tokens tokens;
    private final Accounts accounts;
    private final CompanyLines lines;
    private final Clock clock;

    GraphAccess(Tokens tokens, Accounts accounts, CompanyLines lines, Clock clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.lines = lines;
        this.clock = clock;
    }

    /** @return the token of the caller, which is good for something */
    Token token(HttpServletRequest request) {
        var token = tokens.find(shown(request)).orElseThrow(() -> GraphError.of(190));
        if (token.revoked()) {
            throw new GraphError(190, "Error validating access token: it has been revoked.", REVOKED);
        }
        if (token.isExpiredAt(clock.instant())) {
            throw SendFaults.expired();
        }
        return token;
    }

    /** @return the number, which belongs to the caller's account */
    Line line(HttpServletRequest request, String id, Token.Scope scope) {
        var token = token(request, scope);
        return lines.find(id)
                .filter(line -> line.account().equals(token.account()))
                .orElseThrow(() -> unknown(id));
    }

    /** @return the account, which is the caller's */
    Account account(HttpServletRequest request, String id) {
        var token = token(request, Token.Scope.MANAGEMENT);
        return accounts.find(id)
                .filter(account -> account.id().equals(token.account()))
                .orElseThrow(() -> unknown(id));
    }

    Token token(HttpServletRequest request, Token.Scope scope) {
        var token = token(request);
        if (!token.permits(scope)) {
            throw new GraphError(10, "The token lacks the permission " + scope.word);
        }
        return token;
    }

    /** Meta tells nobody whether something is missing or another's. */
    static GraphError unknown(String id) {
        var details = "Unsupported request. Object with ID '%s' does not exist, cannot be loaded due to missing"
                + " permissions, or does not support this operation.";
        return new GraphError(100, details.formatted(id), 33);
    }

    /** @return what stands in the header, or else in the parameter that Meta takes as well */
    static String shown(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        var match = AUTHORIZATION.matcher(header == null ? "" : header);
        return match.matches() ? match.group(1) : orNothing(request.getParameter("access_token"));
    }

    private static String orNothing(@Nullable String text) {
        return text == null ? "" : text;
    }
}
