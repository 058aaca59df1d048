package app.novelo.conversation.internal;

import app.novelo.channel.Content;
import app.novelo.conversation.Questions;
import app.novelo.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Collator;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class StoredQuestions implements Questions {

    private final JdbcClient jdbc;
    private final ContentJson contents;

    StoredQuestions(JdbcClient jdbc, ContentJson contents) {
        this.jdbc = jdbc;
        this.contents = contents;
    }

    @Override
    public Optional<Answer> answer(UUID conversation, String processInstanceId) {
        return question(conversation, processInstanceId)
                .flatMap(question -> reply(conversation, question).map(reply -> answer(question, reply)));
    }

    @Override
    public Optional<String> words(UUID conversation, UUID message) {
        return jdbc.sql(
                        "select text from conversation.message where conversation = ? and id = ? and revoked_at is null")
                .param(conversation)
                .param(message)
                .query((row, n) -> Optional.ofNullable(row.getString("text")))
                .optional()
                .flatMap(words -> words)
                .filter(words -> !words.isBlank());
    }

    private Optional<Question> question(UUID conversation, String processInstanceId) {
        return jdbc.sql(
                        """
                        select seq, at, content from conversation.message
                        where conversation = ? and direction = 'OUT' and process_instance_id = ?
                        order by seq desc limit 1""")
                .param(conversation)
                .param(processInstanceId)
                .query((row, n) -> question(row))
                .optional();
    }

    private Question question(ResultSet row) throws SQLException {
        return new Question(
                row.getLong("seq"), Sql.instant(row, "at"), offered(contents.sendable(row.getString("content"))));
    }

    private static List<Content.Button> offered(Content.Sendable content) {
        if (content instanceof Content.Buttons buttons) {
            return buttons.buttons();
        }
        if (content instanceof Content.Menu menu) {
            return menu.sections().stream()
                    .flatMap(section -> section.rows().stream())
                    .map(row -> new Content.Button(row.id(), row.title()))
                    .toList();
        }
        return List.of();
    }

    /** Later by our order of arrival and not earlier by the channel's clock, which knows seconds only. */
    private Optional<Reply> reply(UUID conversation, Question question) {
        return jdbc.sql(
                        """
                        select id, text, content ->> 'id' as choice from conversation.message
                        where conversation = :conversation and direction = 'IN' and seq > :seq and at >= :at
                          and kind not in (:none) and revoked_at is null order by at, seq limit 1""")
                .param("conversation", conversation)
                .param("seq", question.seq)
                .param("at", Sql.time(question.at.truncatedTo(ChronoUnit.SECONDS)))
                .param("none", NO_ANSWER)
                .query((row, n) ->
                        new Reply(row.getObject("id", UUID.class), row.getString("text"), row.getString("choice")))
                .optional();
    }

    private static Answer answer(Question question, Reply reply) {
        return new Answer(
                reply.message,
                Stream.concat(byId(question, reply), byWords(question, reply))
                        .findFirst()
                        .orElse(OTHER));
    }

    private static Stream<String> byId(Question question, Reply reply) {
        return question.offered.stream().map(Content.Button::id).filter(id -> id.equals(reply.choice));
    }

    /** Many write "sim" instead of pressing it. */
    private static Stream<String> byWords(Question question, Reply reply) {
        var words = reply.text;
        if (words == null) {
            return Stream.empty();
        }
        var letters = Collator.getInstance(Locale.ROOT);
        letters.setStrength(Collator.PRIMARY);
        return question.offered.stream()
                .filter(button -> letters.equals(button.title().strip(), words.strip()))
                .map(Content.Button::id);
    }

    /** @param offered answers, if any */
    private record Question(long seq, Instant at, List<Content.Button> offered) {}

    private record Reply(UUID message, @Nullable String text, @Nullable String choice) {}
}
