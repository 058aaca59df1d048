package app.novelo.channel.whatsapp;

import app.novelo.channel.Account;
import app.novelo.channel.Line;
import app.novelo.channel.LineHealth;
import app.novelo.channel.Lines;
import app.novelo.channel.Standing;
import app.novelo.channel.Standings;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class StoredStandings implements Standings {

    private final Lines lines;
    private final AccountRows accounts;
    private final LineHealthRows numbers;
    private final Clock clock;

    StoredStandings(Lines lines, AccountRows accounts, LineHealthRows numbers, Clock clock) {
        this.lines = lines;
        this.accounts = accounts;
        this.numbers = numbers;
        this.clock = clock;
    }

    @Override
    public Map<UUID, Standing> all() {
        var all = new HashMap<UUID, Standing>();
        var byId = accounts.all().stream().collect(Collectors.toMap(Account::id, Function.identity()));
        var health = numbers.all();
        for (var line : lines.all()) {
            var account = byId.get(line.accountId());
            if (account != null) {
                all.put(line.id(), standing(line, account, health.get(line.id())));
            }
        }
        return all;
    }

    private Standing standing(Line line, Account account, LineHealthRows.@Nullable Row row) {
        var health = row == null ? LineHealth.UNKNOWN : row.health();
        var problem = row == null ? null : row.problem();
        return new Standing(health, account, Warnings.of(line, health, problem, account, clock.instant()));
    }

    @Override
    public List<Account> accounts() {
        return accounts.all();
    }

    @Override
    public Optional<Account> account(String id) {
        return accounts.all().stream()
                .filter(account -> account.id().equals(id))
                .findFirst();
    }
}
