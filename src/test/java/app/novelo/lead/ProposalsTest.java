package app.novelo.lead;

import static app.novelo.support.Cases.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.support.Agent;
import app.novelo.support.Cases;
import app.novelo.support.Customer;
import app.novelo.support.Multipart;
import app.novelo.support.RunningNovelo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** {@code /api/v1/leads/{number}/proposals}, and how leads are found. */
@RunningNovelo
class ProposalsTest {

    private static final String PDF = "application/pdf";

    @Autowired
    Customer customer;

    @Autowired
    Agent agent;

    @Autowired
    Cases cases;

    @Test
    void eachNewFileIsAVersionAndWhatItCostsTheLeadIsWorth() throws IOException {
        var lead = givenALead(customer.newPhone());

        uploads(lead, "Proposta 1.pdf", PDF, pdf("Split 12000"), Map.of());
        var second = uploads(
                lead,
                "Proposta 2.pdf",
                PDF,
                pdf("Split 18000"),
                Map.of("value", "4200.50", "currency", "BRL", "validUntil", "2999-12-31"));

        assertThat(second.status()).as(second.toString()).isEqualTo(201);
        assertThat(second.body().path("items").findValuesAsText("version")).containsExactly("2", "1");
        var newest = second.body().path("items").get(0);
        assertThat(newest.path("addedByName").asText()).isNotEmpty();
        assertThat(newest.path("validUntil").asText()).isEqualTo("2999-12-31");
        assertThat(agent.get("ana", "/api/v1/leads/" + lead)
                        .body()
                        .path("value")
                        .decimalValue())
                .isEqualByComparingTo("4200.50");
        var bytes = agent.bytes("ana", newest.path("url").asText());
        assertThat(bytes.body()).startsWith("%PDF".getBytes(UTF_8));
        assertThat(bytes.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment")
                .contains("Proposta 2.pdf");
    }

    @Test
    void onlyWhoSeesTheLeadSeesWhatItWasOffered() throws IOException {
        var lead = givenALead(customer.newPhone());
        uploads(lead, "Proposta.pdf", PDF, pdf("Split"), Map.of());
        var path = "/api/v1/leads/" + lead + "/proposals";

        assertThat(agent.get("bia", path).status()).isEqualTo(404);
        assertThat(agent.bytes("bia", path + "/1").statusCode()).isEqualTo(404);
        assertThat(agent.uploads("bia", path, Multipart.of("a.txt", "text/plain", "oi".getBytes(UTF_8)))
                        .status())
                .isEqualTo(404);
        assertThat(agent.bytes("ana", path + "/2").statusCode()).isEqualTo(404);
    }

    @Test
    void isFoundByItsNameAndByWhatItSays() throws IOException {
        var lead = givenALead(customer.newPhone());
        var name = "orçamento" + UUID.randomUUID().toString().substring(0, 8);
        var word = "zimbro" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        var other = "quartzo" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        uploads(lead, name + " final.pdf", PDF, pdf("Climatizador " + word + " com instalacao"), Map.of());
        uploads(
                lead,
                "Contrato.docx",
                "application/zip",
                docx("<w:p><w:r><w:t>Manutenção do " + other + "</w:t></w:r></w:p>"),
                Map.of());

        assertThat(found("ana", name.toUpperCase(java.util.Locale.ROOT))).contains(lead);
        assertThat(found("ana", name.replace("ç", "c"))).contains(lead);
        eventually(() -> found("ana", word + " instalação").contains(lead));
        eventually(() -> found("ana", "manutencao " + other).contains(lead));
        assertThat(found("bia", word)).isEmpty();
        assertThat(found("ana", "z")).isEmpty();
        assertThat(found("ana", "%")).isEmpty();
        assertThat(found("ana", "%%__")).isEmpty();
    }

    @Test
    void aLeadIsFoundByNumberCustomerAndProduct() {
        var phone = customer.newPhone();
        var lead = givenALead(phone);
        var product = "Câmara " + lead;
        agent.patch("marta", "/api/v1/leads/" + lead, Map.of("product", product));

        assertThat(found("ana", lead.toLowerCase(java.util.Locale.ROOT))).contains(lead);
        assertThat(found("ana", phone)).contains(lead);
        assertThat(found("ana", "camara " + lead)).contains(lead);
    }

    @Test
    void aDocumentThatWasSentBecomesAVersionOnce() throws IOException {
        var phone = customer.newPhone();
        var lead = givenALead(phone);
        var conversation = cases.conversationOf(phone);
        var file = agent.uploads("marta", Multipart.of("Proposta enviada.pdf", PDF, pdf("Split")))
                .body();
        var sent = agent.post(
                "marta",
                "/api/v1/conversations/" + conversation + "/messages",
                Map.of("kind", "document", "media", file.path("id").asText()));
        assertThat(sent.status()).as(sent.toString()).isEqualTo(202);
        var message = sent.body().path("id").asText();
        var path = "/api/v1/leads/" + lead + "/proposals";

        agent.post("marta", path, Map.of("message", message, "value", 900));
        var again = agent.post("marta", path, Map.of("message", message));

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body().path("items")).hasSize(1);
        assertThat(again.body().path("items").get(0).path("name").asText()).isEqualTo("Proposta enviada.pdf");
        assertThat(again.body().path("items").get(0).path("message").asText()).isEqualTo(message);
        var another = givenALead(customer.newPhone());
        assertThat(agent.post("marta", "/api/v1/leads/" + another + "/proposals", Map.of("message", message))
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "page.html | <html><script>alert(1)</script></html>",
                "picture.svg | <svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
                "proposta.pdf.exe | MZ and what follows",
                "empty.pdf | ''"
            })
    void whatNobodyOffersIsRefused(String name, String text) {
        var lead = givenALead(customer.newPhone());

        var refused = uploads(lead, name, PDF, text.getBytes(UTF_8), Map.of());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("field").asText()).isEqualTo("file");
        assertThat(agent.get("ana", "/api/v1/leads/" + lead + "/proposals")
                        .body()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void whatIsHostileWithinIsKeptAndNotRead() throws IOException {
        var lead = givenALead(customer.newPhone());
        var bomb = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>".getBytes(UTF_8));
        }

        uploads(lead, "../..\\evil\u202Efdp.docx", "application/zip", bomb.toByteArray(), Map.of());
        uploads(lead, "cut.pdf", PDF, "%PDF-1.7 and nothing else".getBytes(UTF_8), Map.of());

        var items =
                agent.get("ana", "/api/v1/leads/" + lead + "/proposals").body().path("items");
        assertThat(items.findValuesAsText("name")).containsExactly("cut.pdf", "evilfdp.docx");
        assertThat(found("ana", "root:x:0")).doesNotContain(lead);
        assertThat(items.findValuesAsText("searchable")).containsOnly("false");
    }

    @Test
    void aPriceThatIsNoneIsRefusedAndNothingIsKept() throws IOException {
        var lead = givenALead(customer.newPhone());

        assertThat(uploads(lead, "a.pdf", PDF, pdf("a"), Map.of("value", "-1")).status())
                .isEqualTo(400);
        assertThat(uploads(lead, "a.pdf", PDF, pdf("a"), Map.of("value", "1", "currency", "XXX"))
                        .status())
                .isEqualTo(400);
        assertThat(agent.get("ana", "/api/v1/leads/" + lead + "/proposals")
                        .body()
                        .path("items"))
                .isEmpty();
    }

    private List<String> found(String who, String words) {
        return agent.get(who, "/api/v1/leads?limit=200&q=" + URLEncoder.encode(words, UTF_8))
                .body()
                .path("items")
                .findValuesAsText("number");
    }

    private Agent.Answer uploads(String lead, String name, String type, byte[] bytes, Map<String, String> fields) {
        return agent.uploads(
                "ana",
                "/api/v1/leads/" + lead + "/proposals",
                Multipart.of(name, type, bytes).fields(fields));
    }

    private static byte[] pdf(String words) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(50, 700);
                content.showText(words);
                content.endText();
            }
            document.save(out);
        }
        return out.toByteArray();
    }

    private static byte[] docx(String body) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types/>".getBytes(UTF_8));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(("<w:document xmlns:w='w'><w:body>" + body + "</w:body></w:document>").getBytes(UTF_8));
        }
        return out.toByteArray();
    }

    private String givenALead(String phone) {
        customer.says(phone, "quero comprar um ar condicionado, qual o preço?");
        return cases.ticketOf(phone);
    }
}
