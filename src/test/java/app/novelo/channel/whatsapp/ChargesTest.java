package app.novelo.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.channel.Charge;
import app.novelo.channel.Splitter.Status;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a status says about a price, whatever it is made of. */
class ChargesTest {

    private final WhatsAppSplitter splitter = new WhatsAppSplitter(new ObjectMapper());

    @Test
    void takesAllOfWhatsAppsWords() {
        var charge = charge(
                """
                {"billable":true,"pricing_model":"PMP","type":"regular","category":"Authentication-International"}""");

        assertThat(charge)
                .isEqualTo(new Charge(
                        "whatsapp",
                        "100000000000001",
                        "5511912345678",
                        "BR.1",
                        "authentication_international",
                        "regular",
                        true));
    }

    @Test
    void isNothingWithoutAPrice() {
        assertThat(charge("null")).isNull();
        assertThat(charge("[]")).isNull();
        assertThat(charge("\"free\"")).isNull();
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(charge("{}"))
                .extracting(Charge::category, Charge::type, Charge::billable)
                .containsExactly("unknown", "", null);
    }

    /** Charged were whole conversations then: no price of a message follows from it. */
    @Test
    void namesTheModelWhereItHadNoTypes() {
        assertThat(charge("{\"billable\":true,\"pricing_model\":\"CBP\",\"category\":\"service\"}"))
                .extracting(Charge::type)
                .isEqualTo("cbp");
        assertThat(charge("{\"billable\":true,\"pricing_model\":\"PMP\",\"category\":\"service\"}"))
                .extracting(Charge::type)
                .isEqualTo("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"billable\":\"true\",\"type\":7,\"category\":{}}",
                "{\"billable\":1,\"type\":[],\"category\":\"\"}",
                "{\"type\":\"a\\u0000b\",\"category\":null}"
            })
    void bearsWordsOfAnyShape(String pricing) {
        var charge = charge(pricing);

        assertThat(charge).isNotNull();
        assertThat(charge.billable()).isNull();
        assertThat(charge.category()).isEqualTo("unknown");
        assertThat(charge.type()).doesNotContain("\0");
    }

    @Test
    void cutsWordsThatAreTooLong() {
        var charge = charge("{\"type\":\"" + "x".repeat(5_000) + "\",\"category\":\"service\"}");

        assertThat(charge).isNotNull();
        assertThat(charge.type()).hasSize(60);
    }

    @Test
    void bearsAStatusWithoutALine() {
        var body =
                "{\"entry\":[{\"changes\":[{\"field\":\"messages\",\"value\":{\"statuses\":[{\"id\":\"1\",\"status\":\"sent\",\"timestamp\":\"1790000000\",\"pricing\":{\"category\":\"service\"}},\"x\"]}}]}]}";
        var elements = splitter.split(body.getBytes(StandardCharsets.UTF_8));

        assertThat(elements).hasSize(2);
        var charge = splitter.status(((Status) elements.get(0)).payload()).charge();
        assertThat(charge).isNotNull();
        assertThat(charge.line()).isEmpty();
        assertThat(charge.phone()).isNull();
    }

    private @Nullable Charge charge(String pricing) {
        var body =
                "{\"entry\":[{\"id\":\"9\",\"changes\":[{\"field\":\"messages\",\"value\":{\"metadata\":{\"phone_number_id\":\"100000000000001\"},\"statuses\":[{\"id\":\"wamid.1\",\"status\":\"sent\",\"timestamp\":\"1790000000\",\"recipient_id\":\"5511912345678\",\"recipient_user_id\":\"BR.1\",\"pricing\":"
                        + pricing + "}]}}]}]}";
        var status =
                (Status) splitter.split(body.getBytes(StandardCharsets.UTF_8)).get(0);
        return splitter.status(status.payload()).charge();
    }
}
