package app.novelo.ai.internal;

import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class ClassificationControllerTest {

    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(
                    new ClassificationController(Local.UNDERSTANDING, new OptOutRule()))
            .build();

    @Test
    void answersInTheShapeOfTheApi() throws Exception {
        classify("{\"text\":\"meu pedido 10234 ainda não chegou, que absurdo\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.intent").value("order_status"))
                .andExpect(jsonPath("$.confidence").isNumber())
                .andExpect(jsonPath("$.sentiment").value("frustrated"))
                .andExpect(jsonPath("$.urgency").value("normal"))
                .andExpect(jsonPath("$.language").value("pt"))
                .andExpect(jsonPath("$.engine").value("local"))
                .andExpect(jsonPath("$.entities[0].type").value("order"))
                .andExpect(jsonPath("$.entities[0].value").value("10234"))
                .andExpect(jsonPath("$.entities[0].normalized").value("10234"))
                .andExpect(jsonPath("$.entities[0].start").value(11))
                .andExpect(jsonPath("$.entities[0].end").value(16));
    }

    @Test
    void tellsWhoWantsToBeWrittenToNoMore() throws Exception {
        classify("{\"text\":\"pare de mandar mensagem\"}")
                .andExpect(jsonPath("$.optOut.scope").value("ADVERTISING"))
                .andExpect(jsonPath("$.optOut.alone").value(true))
                .andExpect(jsonPath("$.optOut.afterAdvertising").value(false));
        classify("{\"text\":\"quero sair de férias\"}")
                .andExpect(jsonPath("$.optOut").isEmpty());
    }

    @Test
    void acceptsAnEmptyTextAndKnowsNothingOfIt() throws Exception {
        classify("{\"text\":\"\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.confidence").value(0.0));
    }

    @Test
    void refusesAMissingText() throws Exception {
        classify("{}").andExpect(status().isBadRequest());
    }

    @Test
    void refusesATextLongerThanSixtyFourKibicharacters() throws Exception {
        var json = new ObjectMapper();
        classify(json.writeValueAsString(Map.of("text", "a".repeat(65_536)))).andExpect(status().isOk());
        classify(json.writeValueAsString(Map.of("text", "a".repeat(65_537)))).andExpect(status().isBadRequest());
    }

    private ResultActions classify(String body) throws Exception {
        return mvc.perform(
                post("/api/v1/ai/classify").contentType(APPLICATION_JSON).content(body));
    }
}
