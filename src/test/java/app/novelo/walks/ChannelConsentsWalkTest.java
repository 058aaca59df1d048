package app.novelo.walks;

import static app.novelo.support.Browser.picture;
import static app.novelo.support.Cases.eventually;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Browser;
import app.novelo.support.ChannelWindow;
import app.novelo.support.Customer;
import app.novelo.support.RunningNovelo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A manager looks up what a customer allows, and writes down what he has said. */
@Tag("browser")
@RunningNovelo
class ChannelConsentsWalkTest {

    private static final String NAME = "<img src=x onerror=\"window.ran=1\">Bia ";

    @RegisterExtension
    final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    ObjectMapper json;

    private String phone = "";

    @BeforeEach
    void customerWrites() {
        phone = customer.newPhone();
        agent.put("marta", "/sandbox/phones/" + phone, json.createObjectNode().put("name", NAME + phone));
        customer.says(phone, "minha geladeira não gela");
        eventually(() -> !customers().isEmpty());
    }

    @Test
    void anAgreementNeedsItsProofAndIsTakenBackAgain() {
        var marta = at(1280, 900);
        marta.section("Clientes");
        marta.field("Nome ou número do cliente").fill(phone);
        marta.link(NAME + phone).click();
        assertThat(marta.title()).hasText(NAME + phone);
        assertThat(marta.main()).containsText("não recebe marketing");

        marta.press("Registrar");
        assertThat(marta.main()).containsText("Sem prova a autorização não vale.");
        marta.field("Prova").fill("https://loja.example/<b>formulario</b>");
        picture(marta.page(), "67-consent");
        marta.press("Registrar");
        marta.hears("Registrado.");
        assertThat(marta.main().locator(".facts")).containsText("Autorizou");

        marta.field("O cliente").selectOption("WITHDRAWN");
        marta.press("Registrar");
        assertThat(marta.main().locator(".facts")).containsText("Não quer");
        assertThat(marta.main().locator(".table tbody tr")).hasCount(2);
        picture(marta.page(), "67-ledger");
        assertThat(state()).isEqualTo("WITHDRAWN");
        marta.page().waitForTimeout(500);
        assertThat((boolean) marta.page().evaluate("() => 'ran' in window")).isFalse();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void aManagerSaysWhichContractTheCustomerHas() {
        var marta = at(1280, 900);
        marta.go("#consents/" + customers().path(0).path("id").asText());
        marta.main().getByText("Segmento e contrato").click();
        marta.text("Contrato").fill("gold");
        picture(marta.page(), "67-contract");
        marta.press("Salvar");

        marta.hears("Salvo.");
        assertThat(marta.main().locator(".facts")).containsText("gold");
        assertThat(customers().path(0).path("contract").asText()).isEqualTo("gold");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theLedgerIsFilteredAndItsAddressCanBeKept() {
        agent.post(
                "marta",
                "/api/v1/customers/" + customers().path(0).path("id").asText() + "/consents",
                json.createObjectNode().put("purpose", "MARKETING").put("state", "WITHDRAWN"));
        var marta = at(390, 800);
        marta.go("#consents?purpose=MARKETING&state=WITHDRAWN&q=" + phone);

        assertThat(marta.link(NAME + phone)).isVisible();
        assertThat(marta.fits()).isTrue();
        picture(marta.page(), "67-consents-phone");
        marta.field("Situação").selectOption("GRANTED");
        assertThat(marta.main()).containsText("Nada encontrado com este filtro.");
        assertThat(marta.page().url()).contains("state=GRANTED");
    }

    private JsonNode customers() {
        return agent.get("marta", "/api/v1/customers?phone=" + phone).body().path("items");
    }

    private String state() {
        return customers().path(0).path("consents").path(0).path("state").asText();
    }

    private ChannelWindow at(int width, int height) {
        return ChannelWindow.of(
                browser.open(width, height, "pt-BR"), "http://localhost:" + port, "marta", "people-of-tests");
    }
}
