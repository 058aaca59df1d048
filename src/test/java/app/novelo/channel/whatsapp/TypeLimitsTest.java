package app.novelo.channel.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.novelo.channel.Content;
import app.novelo.channel.Draft;
import app.novelo.platform.BadRequest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Meta would refuse is refused with the field's name. {@code *n} stands for a text of that many characters. */
class TypeLimitsTest {

    private static final String QUOTED = "'\"";

    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
            text        | *4097 | {'type':'text','preview':false}                                            | false | text
            text        |       | {'type':'text','preview':false}                                            | false | text
            text        | a     | {'type':'text','preview':false}                                            | true  | media
            text        | a     | {'type':'location','latitude':1,'longitude':1}                             | false | content.type
            image       | a     | {'type':'file','voice':false}                                              | false | media
            image       | *1025 | {'type':'file','voice':false}                                              | true  | text
            audio       | a     | {'type':'file','voice':false}                                              | true  | text
            sticker     | a     | {'type':'file','voice':false}                                              | true  | text
            video       |       | {'type':'file','voice':true}                                               | true  | voice
            poem        |       | {'type':'file','voice':true}                                               | true  | content.type
            location    |       | {'type':'location','latitude':90.1,'longitude':0}                          | false | content.latitude
            location    |       | {'type':'location','latitude':0,'longitude':-180.5}                        | false | content.longitude
            location    | a     | {'type':'location','latitude':0,'longitude':0}                             | false | text
            contacts    |       | {'type':'contacts'}                                                        | false | content.cards
            contacts    |       | {'type':'contacts','cards':[]}                                             | false | content.cards
            contacts    |       | {'type':'contacts','cards':[null]}                                         | false | content.cards[0]
            contacts    |       | {'type':'contacts','cards':[{'firstName':'A'}]}                            | false | content.cards[0].name
            contacts    |       | {'type':'contacts','cards':[{'name':'A'}]}                                 | false | content.cards[0].firstName
            contacts    |       | {'type':'contacts','cards':[{'name':'A','firstName':'A','phones':[{}]}]}   | false | content.cards[0].phones[0].number
            contacts    |       | {'type':'contacts','cards':[{'name':'A','firstName':'A','emails':[null]}]} | false | content.cards[0].emails[0]
            contacts    |       | {'type':'contacts','cards':[{'name':'A','firstName':'A','birthday':'1/1'}]} | false | content.cards[0].birthday
            reaction    |       | {'type':'reaction','emoji':'👍'}                                            | false | content.target
            reaction    |       | {'type':'reaction','target':'w','emoji':'ok'}                              | false | content.emoji
            reaction    |       | {'type':'reaction','target':'w','emoji':'👍👍'}                             | false | content.emoji
            reaction    |       | {'type':'reaction','target':'w','emoji':'1'}                               | false | content.emoji
            reaction    |       | {'type':'reaction','target':'w','emoji':' '}                               | false | content.emoji
            interactive |       | {'type':'location_request'}                                                | false | text
            interactive | *1025 | {'type':'location_request'}                                                | false | text
            interactive | *1025 | {'type':'contact_request'}                                                 | false | text
            interactive | a     | {'type':'buttons'}                                                         | false | content.buttons
            interactive | a     | {'type':'buttons','buttons':[]}                                            | false | content.buttons
            interactive | a     | {'type':'buttons','buttons':[null]}                                        | false | content.buttons[0]
            interactive | a     | {'type':'buttons','buttons':[{'id':'a','title':'A'},{'id':'b'}]}           | false | content.buttons[1].title
            interactive | a     | {'type':'buttons','buttons':[{'id':'a','title':'*21'}]}                    | false | content.buttons[0].title
            interactive | a     | {'type':'buttons','buttons':[{'id':'*257','title':'A'}]}                   | false | content.buttons[0].id
            interactive | a     | {'type':'buttons','buttons':[{'id':'a','title':'A'},{'id':'a','title':'B'}]} | false | content.buttons[1].id
            interactive | a     | {'type':'buttons','buttons':[{'id':'a','title':'A'},{'id':'b','title':'A'}]} | false | content.buttons[1].title
            interactive | *1025 | {'type':'buttons','buttons':[{'id':'a','title':'A'}]}                      | false | text
            interactive | a     | {'type':'buttons','header':{'text':'*61'},'buttons':[{'id':'a','title':'A'}]} | false | content.header.text
            interactive | a     | {'type':'buttons','header':{},'buttons':[{'id':'a','title':'A'}]}          | false | content.header
            interactive | a     | {'type':'buttons','header':{'text':' '},'buttons':[{'id':'a','title':'A'}]} | false | content.header.text
            interactive | a     | {'type':'link','header':{'text':'A','media':'00000000-0000-0000-0000-000000000007'},'button':'B','url':'https://example.org'} | true | content.header
            interactive | a     | {'type':'link','header':{'media':'00000000-0000-0000-0000-000000000007'},'button':'B','url':'https://example.org'} | false | content.header.media
            interactive | a     | {'type':'menu','header':{'media':'00000000-0000-0000-0000-000000000007'},'button':'B','sections':[{'rows':[{'id':'a','title':'A'}]}]} | true | content.header.media
            interactive | a     | {'type':'buttons','header':{'text':'A'},'buttons':[{'id':'a','title':'A'}]} | true | media
            interactive | a     | {'type':'buttons','footer':'*61','buttons':[{'id':'a','title':'A'}]}       | false | content.footer
            interactive | *4097 | {'type':'menu','button':'B','sections':[{'rows':[{'id':'a','title':'A'}]}]} | false | text
            interactive | a     | {'type':'menu','sections':[{'rows':[{'id':'a','title':'A'}]}]}             | false | content.button
            interactive | a     | {'type':'menu','button':'*21','sections':[{'rows':[{'id':'a','title':'A'}]}]} | false | content.button
            interactive | a     | {'type':'menu','button':'B'}                                               | false | content.sections
            interactive | a     | {'type':'menu','button':'B','sections':[{}]}                               | false | content.sections[0].rows
            interactive | a     | {'type':'menu','button':'B','sections':[{'rows':[{'id':'a','title':'A'}]},{'title':'T','rows':[{'id':'b','title':'A'}]}]} | false | content.sections[0].title
            interactive | a     | {'type':'menu','button':'B','sections':[{'title':'*25','rows':[{'id':'a','title':'A'}]}]} | false | content.sections[0].title
            interactive | a     | {'type':'menu','button':'B','sections':[{'rows':[{'id':'*201','title':'A'}]}]} | false | content.sections[0].rows[0].id
            interactive | a     | {'type':'menu','button':'B','sections':[{'rows':[{'id':'a','title':'*25'}]}]} | false | content.sections[0].rows[0].title
            interactive | a     | {'type':'menu','button':'B','sections':[{'rows':[{'id':'a','title':'A','description':'*73'}]}]} | false | content.sections[0].rows[0].description
            interactive | a     | {'type':'menu','button':'B','sections':[{'rows':[{'id':'a','title':'A'},{'id':'a','title':'B'}]}]} | false | content.sections[0].rows[1].id
            interactive | a     | {'type':'link','button':'*21','url':'https://example.org'}                 | false | content.button
            interactive | a     | {'type':'link','button':'B'}                                               | false | content.url
            interactive | a     | {'type':'link','button':'B','url':'javascript:alert(1)'}                   | false | content.url
            interactive | a     | {'type':'link','button':'B','url':'https:///x'}                            | false | content.url
            interactive | a     | {'type':'link','button':'B','url':'example.org'}                           | false | content.url
            """)
    void namesTheFieldWhoseLimitIsBroken(String kind, String text, String content, boolean file, String field)
            throws JsonProcessingException {
        var draft = draft(kind, text, content, file);

        var refusal = catchThrowableOfType(BadRequest.class, () -> TypeLimits.check(draft));

        assertThat(refusal).as("refused").isNotNull();
        assertThat(refusal.toDetail().getProperties()).containsEntry("field", field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            text        | *4096 | {'type':'text','preview':true}                                  | false
            image       | *1024 | {'type':'file','voice':false}                                   | true
            audio       |       | {'type':'file','voice':true}                                    | true
            document    |       | {'type':'file','voice':false}                                   | true
            location    |       | {'type':'location','latitude':-90,'longitude':180}              | false
            contacts    |       | {'type':'contacts','cards':[{'name':'A','lastName':'B'}]}       | false
            reaction    |       | {'type':'reaction','target':'w'}                                | false
            reaction    |       | {'type':'reaction','target':'w','emoji':''}                     | false
            interactive | *1024 | {'type':'location_request'}                                     | false
            interactive | a     | {'type':'contact_request'}                                      | false
            interactive | *1024 | {'type':'buttons','header':{'text':'*60'},'footer':'*60','buttons':[{'id':'*256','title':'*20'}]} | false
            interactive | *4096 | {'type':'menu','button':'*20','sections':[{'title':'*24','rows':[{'id':'*200','title':'*24','description':'*72'}]}]} | false
            interactive | a     | {'type':'link','button':'*20','url':'https://example.org/a?b=c#d'} | false
            interactive | a     | {'type':'link','header':{'media':'00000000-0000-0000-0000-000000000007'},'button':'B','url':'https://example.org'} | true
            interactive | a     | {'type':'buttons','header':{'media':'00000000-0000-0000-0000-000000000007'},'buttons':[{'id':'a','title':'A'}]} | true
            """)
    void takesWhatReachesTheLimit(String kind, String text, String content, boolean file)
            throws JsonProcessingException {
        var draft = draft(kind, text, content, file);

        assertThatCode(() -> TypeLimits.check(draft)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"👍", "❤️", "👨‍👩‍👧‍👦", "🇧🇷", "👍🏽", "1️⃣", "☺", "®️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"})
    void knowsAnEmoji(String emoji) {
        var draft = new Draft("reaction", "", new Content.Reaction("w", emoji), false);

        assertThatCode(() -> TypeLimits.check(draft)).doesNotThrowAnyException();
    }

    @Test
    void countsTheRowsOfAllSectionsTogether() {
        var sections = List.of(section("A", 6), section("B", 5));
        var draft = new Draft("interactive", "a", new Content.Menu(null, null, "B", sections), false);

        var refusal = catchThrowableOfType(BadRequest.class, () -> TypeLimits.check(draft));

        assertThat(refusal.toDetail().getProperties()).containsEntry("field", "content.sections");
    }

    private static Content.Section section(String title, int rows) {
        return new Content.Section(
                title,
                IntStream.range(0, rows)
                        .mapToObj(n -> new Content.Row(title + n, title + n, null))
                        .toList());
    }

    private Draft draft(String kind, String text, String content, boolean file) throws JsonProcessingException {
        var read = json.readValue(grown(content).replace(QUOTED.charAt(0), QUOTED.charAt(1)), Content.Sendable.class);
        return new Draft(kind, text == null ? "" : grown(text), read, file);
    }

    private static String grown(String text) {
        return Pattern.compile("\\*(\\d+)").matcher(text).replaceAll(found -> "x"
                .repeat(Integer.parseInt(found.group(1))));
    }
}
