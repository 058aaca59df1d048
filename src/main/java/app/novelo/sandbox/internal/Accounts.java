package app.novelo.sandbox.internal;

import app.novelo.platform.BadRequest;
import app.novelo.platform.Company;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The business accounts: that of the settings, and what a script adds. */
@SandboxOnly
@Repository("sandboxAccounts")
class Accounts implements InitializingBean {

    /** A person who waits for an approval sees it come. */
    private static final int REVIEW_MILLIS = 3_000;

    private static final String USUAL_LIMIT = "TIER_2K";
    private static final String SELECT =
            "select id, name, currency, funded, subscribed, messaging_limit, review_millis, ban, reached from sandbox.account ";

    private final JdbcClient jdbc;
    private final CompanyLine settings;
    private final Company company;

    Accounts(JdbcClient jdbc, CompanyLine settings, Company company) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.company = company;
    }

    /** A new account has to be subscribed to by the business, as with Meta; the first one is. */
    @Override
    public void afterPropertiesSet() {
        keep(settings.businessAccountId(), company.name(), true);
    }

    Account first() {
        return find(settings.businessAccountId()).orElseThrow();
    }

    /** @param id as a script or the page names it; null = the first */
    Account named(@Nullable String id) {
        return id == null ? first() : find(id).orElseThrow(() -> new BadRequest("account", "there is no such account"));
    }

    Optional<Account> find(String id) {
        return jdbc.sql(SELECT + "where id = ?").param(id).query(Account.class).optional();
    }

    List<Account> all() {
        return jdbc.sql(SELECT + "order by id <> ?, position")
                .param(settings.businessAccountId())
                .query(Account.class)
                .list();
    }

    Account add(@Nullable String name) {
        var id = jdbc.sql("select max(id::bigint) + 1 from sandbox.account")
                .query(String.class)
                .single();
        keep(id, name == null ? company.name() + " " + id.substring(id.length() - 2) : name, false);
        return find(id).orElseThrow();
    }

    /** Null leaves a field as it is. */
    record Change(
            @Nullable String name,
            @Nullable Boolean funded,
            @Nullable Boolean subscribed,
            @Nullable String messagingLimit,
            @Nullable Integer reviewMillis,
            @Nullable Integer reached) {

        static Change subscribed(boolean subscribed) {
            return new Change(null, null, subscribed, null, null, null);
        }
    }

    Account change(Account account, Change change) {
        jdbc.sql(
                        """
                        update sandbox.account set name = coalesce(:name, name), funded = coalesce(:funded, funded),
                          subscribed = coalesce(:subscribed, subscribed),
                          messaging_limit = coalesce(:limit, messaging_limit),
                          review_millis = coalesce(:review, review_millis), reached = coalesce(:reached, reached)
                        where id = :id""")
                .param("name", change.name())
                .param("funded", change.funded())
                .param("subscribed", change.subscribed())
                .param("limit", change.messagingLimit())
                .param("review", change.reviewMillis())
                .param("reached", change.reached())
                .param("id", account.id())
                .update();
        return find(account.id()).orElseThrow();
    }

    /** @param ban null = none */
    void ban(Account account, @Nullable String ban) {
        jdbc.sql("update sandbox.account set ban = ? where id = ?")
                .param(ban)
                .param(account.id())
                .update();
    }

    private void keep(String id, String name, boolean subscribed) {
        jdbc.sql(
                        """
                        insert into sandbox.account
                          (id, name, currency, funded, subscribed, messaging_limit, review_millis)
                        values (?, ?, 'BRL', true, ?, ?, ?) on conflict do nothing""")
                .params(id, name, subscribed, USUAL_LIMIT, REVIEW_MILLIS)
                .update();
    }
}
