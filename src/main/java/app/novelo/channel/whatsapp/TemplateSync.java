package app.novelo.channel.whatsapp;

import app.novelo.channel.whatsapp.WantedSyncs.Claim;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Compares our copies with all that Meta has. What is gone there stays here, marked as deleted. */
@Component
class TemplateSync {

    private static final Logger LOG = LoggerFactory.getLogger(TemplateSync.class);

    private final WantedSyncs wanted;
    private final TemplatePull pull;
    private final TemplateCopies copies;
    private final TemplateLedger ledger;
    private final TransactionTemplate transaction;

    TemplateSync(
            WantedSyncs wanted,
            TemplatePull pull,
            TemplateCopies copies,
            TemplateLedger ledger,
            PlatformTransactionManager transactions) {
        this.wanted = wanted;
        this.pull = pull;
        this.copies = copies;
        this.ledger = ledger;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @return true if there may be more */
    boolean one() {
        wanted.wantNewOnes();
        var claim = wanted.claim();
        claim.ifPresent(this::compare);
        return claim.isPresent();
    }

    private void compare(Claim claim) {
        try {
            var told = pull.all(claim.account(), () -> wanted.goesOn(claim));
            transaction.executeWithoutResult(status -> take(claim, told));
            wanted.done(claim);
        } catch (IOException e) {
            failed(claim, e.getClass().getSimpleName());
        } catch (GraphRefused e) {
            failed(claim, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.warn("templates of account {} could not be compared", claim.account(), e);
            failed(claim, e.getClass().getSimpleName());
        }
    }

    private void failed(Claim claim, String problem) {
        LOG.info("templates of account {} could not be pulled: {}", claim.account(), problem);
        wanted.failed(claim, problem);
    }

    /** What a webhook or one of us has changed since the pull began is newer than what it brings. */
    private void take(Claim claim, List<MetaTemplate> told) {
        var known = copies.untouchedSince(claim.account(), claim.begunAt()).stream()
                .collect(Collectors.toMap(template -> Key.of(template.meta()), Function.identity()));
        var seen = told.stream().collect(Collectors.toMap(Key::of, Function.identity(), TemplateSync::better));
        seen.forEach((key, template) -> take(claim.account(), known.get(key), template));
        known.entrySet().stream()
                .filter(entry -> !seen.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .forEach(this::gone);
    }

    /** One that is being deleted may stand beside the one that takes its place. */
    private static MetaTemplate better(MetaTemplate one, MetaTemplate other) {
        return one.status().contains(MetaTemplate.DELETED) || one.status().equals("PENDING_DELETION") ? other : one;
    }

    private void take(String account, @Nullable StoredTemplate known, MetaTemplate template) {
        if (known != null) {
            ledger.become(known, template, template.rejectedReason(), null);
            copies.doubt(known.id(), false);
        } else if (copies.find(account, template.name(), template.language()).isEmpty()) {
            ledger.add(account, template, null);
        }
    }

    private void gone(StoredTemplate template) {
        ledger.become(template, template.meta().withStatus(MetaTemplate.DELETED, null), null, null);
        copies.doubt(template.id(), false);
    }

    /** What makes a template one within its account. */
    private record Key(String name, String language) {

        static Key of(MetaTemplate template) {
            return new Key(template.name(), template.language());
        }
    }
}
