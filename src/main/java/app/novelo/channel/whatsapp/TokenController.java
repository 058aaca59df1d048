package app.novelo.channel.whatsapp;

import app.novelo.channel.Line;
import app.novelo.channel.LineObserver;
import app.novelo.channel.Lines;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Callers;
import app.novelo.platform.NotFound;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes a business account's token, and never gives one. */
@RestController
class TokenController {

    private static final Logger LOG = LoggerFactory.getLogger(TokenController.class);

    /** Meta's have some two hundred letters and digits; it stands in a header. */
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7E]{8,2000}");

    private final AccountTokens tokens;
    private final Lines lines;
    private final ObjectProvider<LineObserver> observers;

    TokenController(AccountTokens tokens, Lines lines, ObjectProvider<LineObserver> observers) {
        this.tokens = tokens;
        this.lines = lines;
        this.observers = observers;
    }

    record NewToken(@Nullable String token) {

        /** The web framework logs what it reads. */
        @Override
        public String toString() {
            return "NewToken";
        }
    }

    /** What waits for it goes out at once. */
    @PutMapping("/api/v1/accounts/{id}/token")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void put(@PathVariable String id, @RequestBody NewToken wish) {
        Callers.managersOnly();
        var by = Callers.current().id();
        if (!tokens.give(id, token(wish), by)) {
            throw new NotFound("account " + id);
        }
        var own = lines.ofAccount(id).stream().map(Line::id).toList();
        observers.orderedStream().forEach(observer -> observer.mayTryAgain(own));
        LOG.info("account {} has a new token, given by {}", id, by);
    }

    private static String token(NewToken wish) {
        var token = wish.token == null ? "" : wish.token.strip();
        if (!TOKEN.matcher(token).matches()) {
            throw new BadRequest("token", "the token as Meta shows it, without spaces");
        }
        return token;
    }
}
