package app.novelo.channel.whatsapp;

import app.novelo.channel.Finding;
import app.novelo.channel.Line;
import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Component;

/** The token is valid and may do what is needed. */
@Component
class TokenCheck implements LineCheck {

    /** To send and to hear; to read templates, numbers and accounts. */
    static final List<String> SCOPES = List.of("whatsapp_business_messaging", "whatsapp_business_management");

    private static final String NEW_TOKEN =
            "Generate a token of the system user with " + String.join(" and ", SCOPES) + " and give it to the account.";

    private final TokenFacts tokens;

    TokenCheck(TokenFacts tokens) {
        this.tokens = tokens;
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public String name() {
        return "token";
    }

    @Override
    public boolean isNeededToSend() {
        return true;
    }

    @Override
    public Finding check(Line line) throws IOException {
        var facts = tokens.of(line.accountId());
        if (!facts.valid()) {
            var detail =
                    facts.error() == 0 ? "Meta calls the token invalid." : "Meta refused it: " + facts.error() + ".";
            return Finding.wrong(name(), "token-invalid", detail, NEW_TOKEN);
        }
        var missing =
                SCOPES.stream().filter(scope -> !facts.scopes().contains(scope)).toList();
        if (!missing.isEmpty()) {
            return Finding.wrong(
                    name(), "scopes-missing", "The token lacks " + String.join(" and ", missing) + ".", NEW_TOKEN);
        }
        return Finding.fine(
                name(), facts.expires() == null ? "Valid, and does not end." : "Valid until " + facts.expires() + ".");
    }
}
