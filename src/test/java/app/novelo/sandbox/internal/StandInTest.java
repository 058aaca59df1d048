package app.novelo.sandbox.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Messages there and back, as Meta carries them. */
class StandInTest extends SandboxTest {

    @Test
    void handsACustomersMessageToTheWebhook() throws Exception {
        call("PUT", "/sandbox/phones/" + customer, "{\"name\":\"Ana Lima\"}");

        var id = customerWrites("Olá, preciso de ajuda / já");

        var message = messages(1).get(0);
        assertThat(message.path("id").asText()).isEqualTo(id).startsWith("wamid.");
        assertThat(message.path("from").asText()).isEqualTo(customer);
        assertThat(message.path("from_user_id").asText()).startsWith("BR.");
        assertThat(message.path("type").asText()).isEqualTo("text");
        assertThat(message.path("text").path("body").asText()).isEqualTo("Olá, preciso de ajuda / já");
        assertThat(message.path("timestamp").isTextual()).isTrue();
        var value = value();
        assertThat(value.path("messaging_product").asText()).isEqualTo("whatsapp");
        assertThat(value.path("metadata").path("phone_number_id").asText()).isEqualTo("100000000000001");
        assertThat(value.path("metadata").path("display_phone_number").asText()).isEqualTo("551140001000");
        var contact = value.path("contacts").path(0);
        assertThat(contact.path("profile").path("name").asText()).isEqualTo("Ana Lima");
        assertThat(contact.path("wa_id").asText()).isEqualTo(customer);
        assertThat(contact.path("user_id").asText())
                .isEqualTo(message.path("from_user_id").asText());
    }

    @Test
    void signsTheBytesInMetasSpelling() throws Exception {
        customerWrites("café / 😀");
        messages(1);

        var delivery = delivery();

        assertThat(delivery.signature()).isEqualTo(Signature.of(delivery.bytes(), "sandbox-app-secret"));
        assertThat(new String(delivery.bytes(), StandardCharsets.UTF_8))
                .contains("caf\\u00e9 \\/ \\ud83d\\ude00")
                .matches("\\p{ASCII}+");
    }

    @Test
    void accompaniesAMessageWithItsStatuses() throws Exception {
        customerWrites("Oi");
        messages(1);

        var answer = graph(to("\"text\":{\"body\":\"Bom dia\"},\"biz_opaque_callback_data\":\"our-1\""));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("messaging_product").asText()).isEqualTo("whatsapp");
        assertThat(answer.body().path("contacts").path(0).path("input").asText())
                .isEqualTo("+" + customer);
        assertThat(answer.body().path("contacts").path(0).path("wa_id").asText())
                .isEqualTo(customer);
        var sent = answer.body().path("messages").path(0);
        assertThat(sent.path("message_status").asText()).isEqualTo("accepted");
        var statuses = statuses(2);
        assertThat(words(statuses)).containsExactly("sent", "delivered");
        assertThat(statuses).allSatisfy(status -> {
            assertThat(status.path("id").asText()).isEqualTo(sent.path("id").asText());
            assertThat(status.path("recipient_id").asText()).isEqualTo(customer);
            assertThat(status.path("recipient_user_id").asText()).startsWith("BR.");
            assertThat(status.path("biz_opaque_callback_data").asText()).isEqualTo("our-1");
            assertThat(status.path("pricing").path("pricing_model").asText()).isEqualTo("PMP");
        });
    }

    @Test
    void tellsThatTheCustomerHasReadOnceThePageShowsIt() throws Exception {
        customerWrites("Oi");
        var id = businessWrites("Bom dia")
                .body()
                .path("messages")
                .path(0)
                .path("id")
                .asText();
        statuses(2);

        call("POST", "/sandbox/phones/%s/read".formatted(customer), "{\"upTo\":\"%s\"}".formatted(id));

        assertThat(words(statuses(3))).containsExactly("sent", "delivered", "read");
        assertThat(chat().get(1).path("status").asText()).isEqualTo("read");
    }

    @Test
    void readsByItselfWhereThePhoneIsSetSo() throws Exception {
        call("PUT", "/sandbox/phones/" + customer, "{\"reading\":\"ALWAYS\"}");
        customerWrites("Oi");

        businessWrites("Bom dia");

        assertThat(words(statuses(3))).containsExactly("sent", "delivered", "read");
    }

    @Test
    void showsTheCustomerTicks() throws Exception {
        var id = customerWrites("Oi");
        messages(1);
        eventually(this::status, "delivered"::equals);

        var receipt =
                graph("{\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":\"%s\",".formatted(id)
                        + "\"typing_indicator\":{\"type\":\"text\"}}");

        assertThat(receipt.body().path("success").asBoolean()).isTrue();
        assertThat(status()).isEqualTo("read");
    }

    private String status() {
        try {
            return chat().get(0).path("status").asText();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void refusesToReadAMessageThatIsNotThere() throws Exception {
        var answer = graph("{\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":\"wamid.X\"}");

        assertThat(answer.code()).isEqualTo(131009);
    }

    @Test
    void hidesTheNumberOfACustomerWithAUserName() throws Exception {
        call("PUT", "/sandbox/phones/" + customer, "{\"username\":\"ana.lima\"}");
        customerWrites("Oi");
        var message = messages(1).get(0);
        assertThat(message.has("from")).isFalse();
        assertThat(value().path("contacts").path(0).has("wa_id")).isFalse();

        var user = message.path("from_user_id").asText();
        var answer = graph(
                "{\"messaging_product\":\"whatsapp\",\"recipient\":\"%s\",\"text\":{\"body\":\"Oi\"}}".formatted(user));

        assertThat(answer.body().path("contacts").path(0).path("user_id").asText())
                .isEqualTo(user);
        assertThat(statuses(2)).allSatisfy(status -> {
            assertThat(status.has("recipient_id")).isFalse();
            assertThat(status.path("recipient_user_id").asText()).isEqualTo(user);
        });
    }

    @Test
    void reachesABrazilianUnderBothSpellingsOfTheNumber() throws Exception {
        customerWrites("Oi");
        var withoutNinthDigit = customer.substring(0, 4) + customer.substring(5);

        var answer = graph(text("Oi").replace(customer, withoutNinthDigit));

        assertThat(answer.body().path("contacts").path(0).path("input").asText())
                .isEqualTo("+" + withoutNinthDigit);
        assertThat(answer.body().path("contacts").path(0).path("wa_id").asText())
                .isEqualTo(customer);
    }

    @Test
    void offersAMessageAgainUntilItIsTaken() throws Exception {
        quiet();
        BUSINESS.answer(503, 3);

        var id = customerWrites("Oi");

        assertThat(messages(4))
                .allSatisfy(message -> assertThat(message.path("id").asText()).isEqualTo(id));
        eventually(this::status, "delivered"::equals);
        quiet();
        assertThat(messages(4)).hasSize(4);
    }

    @Test
    void putsWhatComesTogetherIntoOneDelivery() throws Exception {
        customerWrites("Oi");
        messages(1);
        fault("{\"kind\":\"late-statuses\",\"delay\":\"PT0.5S\"}");
        for (int i = 0; i < 5; i++) {
            businessWrites("parte " + i);
        }

        statuses(10);

        assertThat(BUSINESS.values())
                .anySatisfy(value -> assertThat(value.path("statuses")).hasSizeGreaterThan(1));
    }

    @Test
    void keepsTheOrderAndContentOfAChat() throws Exception {
        customerWrites("primeira");
        businessWrites("segunda");
        customerWrites("terceira");

        assertThat(chat())
                .extracting(item -> item.path("text").asText())
                .containsExactly("primeira", "segunda", "terceira");
        assertThat(chat()).extracting(item -> item.path("direction").asText()).containsExactly("IN", "OUT", "IN");
        assertThat(Instant.parse(chat().get(0).path("at").asText())).isNotNull();
    }

    @Test
    void refusesAMessageWithoutTypeAndANumberThatIsNone() throws Exception {
        assertThat(call("POST", "/sandbox/phones/" + customer + "/messages", "{}")
                        .status())
                .isEqualTo(400);
        assertThat(call("POST", "/sandbox/phones/12/messages", "{\"type\":\"text\"}")
                        .status())
                .isEqualTo(400);
        assertThat(call("POST", "/sandbox/phones/" + customer + "/messages", "[]")
                        .status())
                .isEqualTo(400);
    }
}
