package app.novelo.channel.whatsapp;

import app.novelo.channel.Line;
import app.novelo.channel.Lines;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Caller;
import app.novelo.platform.NotFound;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Creates, changes and deletes templates at Meta, and notes at once what it answers. Outside of any transaction. */
@Component
class TemplateAuthors {

    private static final Logger LOG = LoggerFactory.getLogger(TemplateAuthors.class);

    private final GraphCalls calls;
    private final HeaderHandles handles;
    private final TemplateCopies copies;
    private final TemplateLedger ledger;
    private final TemplateHistoryLimits history;
    private final WantedSyncs syncs;
    private final Lines lines;
    private final TransactionTemplate transaction;

    TemplateAuthors(
            GraphCalls calls,
            HeaderHandles handles,
            TemplateCopies copies,
            TemplateLedger ledger,
            TemplateHistoryLimits history,
            WantedSyncs syncs,
            Lines lines,
            PlatformTransactionManager transactions) {
        this.calls = calls;
        this.handles = handles;
        this.copies = copies;
        this.ledger = ledger;
        this.history = history;
        this.syncs = syncs;
        this.lines = lines;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @return its id */
    UUID create(Caller caller, TemplateWish wish) {
        var account = account(wish);
        TemplateLimits.check(wish);
        history.mayBeCalledSo(account, wish);
        return ask(account, () -> {
            var body = JsonNodeFactory.instance
                    .objectNode()
                    .put("name", wish.name())
                    .put("language", wish.language())
                    .put("category", wish.category())
                    .put("parameter_format", TemplateLimits.isNamed(wish) ? "named" : "positional");
            body.set("components", TemplateWriter.components(wish, handles.of(caller, account, wish)));
            var answer = calls.post(account, account + "/message_templates", body);
            var told = told(answer, body);
            LOG.info("template {} of account {} was created by {}", told.providerId(), account, caller.id());
            return written(() -> ledger.add(account, told, caller.id()));
        });
    }

    /** What Meta has taken is what we have sent, until it tells more. */
    private static MetaTemplate told(JsonNode answer, ObjectNode body) throws IOException {
        var whole = body.deepCopy();
        whole.setAll((ObjectNode) answer);
        return MetaTemplate.read(whole).orElseThrow(() -> new IOException("an answer without an id"));
    }

    void edit(Caller caller, StoredTemplate template, TemplateWish change) {
        var wish = change.of(template);
        history.mayBeEdited(template, change);
        TemplateLimits.check(wish);
        ask(template.account(), () -> {
            var body = JsonNodeFactory.instance.objectNode();
            if (!template.meta().category().equals(wish.category())) {
                body.put("category", wish.category());
            }
            body.set("components", TemplateWriter.components(wish, handles.of(caller, template.account(), wish)));
            calls.post(template.account(), GraphCalls.encoded(template.meta().providerId()), body);
            LOG.info("template {} was changed by {}", template.id(), caller.id());
            return written(() -> {
                ledger.edited(template, caller.id());
                copies.doubt(template.id(), true); // what Meta makes of it, the next pull tells
                syncs.want(template.account());
                return template.id();
            });
        });
    }

    /** @param inAllLanguages or only this one */
    void delete(Caller caller, StoredTemplate template, boolean inAllLanguages) {
        if (template.meta().status().equals(MetaTemplate.DELETED)) {
            throw new NotFound("template " + template.id());
        }
        var account = template.account();
        var name = template.meta().name();
        var path = account + "/message_templates?name=" + GraphCalls.encoded(name);
        ask(account, () -> {
            calls.delete(
                    account,
                    inAllLanguages
                            ? path
                            : path + "&hsm_id="
                                    + GraphCalls.encoded(template.meta().providerId()));
            LOG.info("template {} was deleted by {}", template.id(), caller.id());
            return written(() -> {
                copies.named(account, name).stream()
                        .filter(one -> inAllLanguages || one.id().equals(template.id()))
                        .forEach(one -> gone(one, caller));
                return template.id();
            });
        });
    }

    private void gone(StoredTemplate template, Caller caller) {
        ledger.become(template, template.meta().withStatus(MetaTemplate.DELETED, null), null, caller.id());
    }

    private UUID written(Supplier<UUID> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    /** An answer that did not come: the next pull shows whether it was done. */
    private UUID ask(String account, Asking work) {
        try {
            return work.ask();
        } catch (GraphRefused e) {
            syncs.want(account);
            throw new TemplateRefused(e);
        } catch (IOException e) {
            LOG.warn("Meta could not be asked about a template of account {}", account, e);
            syncs.want(account);
            throw new MetaAway();
        }
    }

    private String account(TemplateWish wish) {
        var possible = syncs.accounts();
        var line = wish.line();
        var asked = line == null
                ? wish.account()
                : lines.all().stream()
                        .filter(one -> one.id().toString().equals(line))
                        .map(Line::accountId)
                        .findFirst()
                        .orElseThrow(() -> new BadRequest("line", "there is no such line"));
        if (asked == null && possible.size() == 1) {
            return possible.get(0);
        }
        if (asked == null || !possible.contains(asked)) {
            throw new BadRequest("account", "one of " + possible);
        }
        return asked;
    }

    /** A question to Meta. */
    private interface Asking {
        UUID ask() throws IOException, GraphRefused;
    }
}
