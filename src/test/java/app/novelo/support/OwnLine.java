package app.novelo.support;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/** A business account with one number, which the company knows and no other test uses. */
public final class OwnLine {

    private final Customer customer;
    private final Agent agent;
    private final String account;
    private final String number;
    private final String display;
    private String line = "";

    /** Meta has them; the company does not know of them yet. */
    public OwnLine(Customer customer, Agent agent) {
        this.customer = customer;
        this.agent = agent;
        this.account = customer.post("/sandbox/accounts", object()).path("id").asText();
        var made = customer.post("/sandbox/lines", object().put("account", account));
        this.number = made.path("id").asText();
        this.display = made.path("display").asText();
    }

    /** Added through the API, with a token, and subscribed. @param settings of the line, such as its queue */
    public OwnLine known(Map<String, Object> settings) {
        var wish = new HashMap<>(settings);
        wish.putAll(Map.of("providerId", number, "account", account, "display", display));
        line = agent.post("marta", "/api/v1/lines", wish).body().path("id").asText();
        agent.put("marta", "/api/v1/accounts/" + account + "/token", Map.of("token", token()));
        agent.post("marta", "/api/v1/lines/" + line + "/subscribe", null);
        return this;
    }

    /** @return a new token that Meta gives out for the account */
    public String token() {
        return customer.post("/sandbox/accounts/" + account + "/tokens", object())
                .path("value")
                .asText();
    }

    /** Nothing goes out of it any more, and nobody is told of it. */
    public void retire() {
        if (!line.isEmpty()) {
            agent.patch("marta", "/api/v1/lines/" + line, Map.of("active", false));
        }
    }

    /** @return our id; empty unless it is known */
    public String line() {
        return line;
    }

    /** @return Meta's id of the business account */
    public String account() {
        return account;
    }

    /** @return Meta's id of the number */
    public String number() {
        return number;
    }

    /** @return the number as people dial it */
    public String display() {
        return display;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
