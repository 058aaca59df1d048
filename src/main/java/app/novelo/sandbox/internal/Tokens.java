package app.novelo.sandbox.internal;

import static app.novelo.platform.Sql.instantOrNull;

import app.novelo.platform.Sql;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tokens of all accounts. One that the application begins with is known from the first start. */
@SandboxOnly
@Repository("sandboxTokens")
class Tokens implements InitializingBean {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SELECT = "select value, account, scopes, expires_at, revoked from sandbox.token ";

    private final JdbcClient jdbc;
    private final CompanyLine company;

    Tokens(JdbcClient jdbc, CompanyLine company) {
        this.jdbc = jdbc;
        this.company = company;
    }

    @Override
    public void afterPropertiesSet() {
        keep(company.accessToken(), company.businessAccountId(), Token.Scope.all(), null, "nothing");
    }

    Optional<Token> find(String value) {
        return jdbc.sql(SELECT + "where value = ?")
                .param(value)
                .query((row, n) -> token(row))
                .optional();
    }

    List<Token> of(Account account) {
        return jdbc.sql(SELECT + "where account = ? order by position desc")
                .param(account.id())
                .query((row, n) -> token(row))
                .list();
    }

    /**
     * @param value null = one is made up
     * @return a further token; those before stay good until they are revoked
     */
    Token issue(Account account, @Nullable String value, List<String> scopes, @Nullable Instant expiresAt) {
        var chosen = value == null ? "EAA" + new BigInteger(300, RANDOM).toString(36) : value;
        keep(
                chosen,
                account.id(),
                scopes,
                expiresAt,
                "update set revoked = false, account = excluded.account, "
                        + "scopes = excluded.scopes, expires_at = excluded.expires_at");
        return find(chosen).orElseThrow();
    }

    /** Ends all tokens of the account. */
    void revoke(Account account) {
        jdbc.sql("update sandbox.token set revoked = true where account = ?")
                .param(account.id())
                .update();
    }

    /** @param otherwise what to do where there is one already */
    private void keep(
            String value, String account, List<String> scopes, @Nullable Instant expiresAt, String otherwise) {
        jdbc.sql(
                        """
                        insert into sandbox.token (value, account, scopes, expires_at, revoked)
                        values (?, ?, ?, ?, false) on conflict (value) do %s"""
                                .formatted(otherwise))
                .param(value)
                .param(account)
                .param(String.join(" ", scopes))
                .param(expiresAt == null ? null : Sql.time(expiresAt))
                .update();
    }

    private static Token token(ResultSet row) throws SQLException {
        return new Token(
                row.getString("value"),
                row.getString("account"),
                List.of(row.getString("scopes").split(" ")),
                instantOrNull(row, "expires_at"),
                row.getBoolean("revoked"));
    }
}
