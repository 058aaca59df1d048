package app.novelo.conversation.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.ai.Understanding;
import app.novelo.conversation.Conversation;
import app.novelo.conversation.ConversationState;
import app.novelo.conversation.Conversations;
import app.novelo.conversation.Heard;
import app.novelo.conversation.LastMessage;
import app.novelo.conversation.OtherCases;
import app.novelo.conversation.Speaker;
import app.novelo.conversation.Unhandled;
import app.novelo.platform.BadRequest;
import app.novelo.platform.Events;
import app.novelo.platform.NotFound;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Conversations as rows. Statements and not entities: several writers touch different columns of one row. */
@Component
class StoredConversations implements Conversations {

    private final JdbcClient jdbc;
    private final SaidMessages said;
    private final PhoneMessages phone;
    private final StoredUndriven undriven;
    private final ObjectMapper json;
    private final Events events;

    StoredConversations(
            JdbcClient jdbc,
            SaidMessages said,
            PhoneMessages phone,
            StoredUndriven undriven,
            ObjectMapper json,
            Events events) {
        this.jdbc = jdbc;
        this.said = said;
        this.phone = phone;
        this.undriven = undriven;
        this.json = json;
        this.events = events;
    }

    @Override
    public Optional<Conversation> find(UUID id) {
        return jdbc.sql(ConversationRow.SELECT + "where id = ?")
                .param(id)
                .query(ConversationRow.MAPPER)
                .optional();
    }

    @Override
    public Optional<Conversation> newestOf(UUID customer) {
        return jdbc.sql(ConversationRow.SELECT
                        + "where customer = ? and not imported order by last_message_at desc, opened_at desc limit 1")
                .param(customer)
                .query(ConversationRow.MAPPER)
                .optional();
    }

    @Override
    public Conversation required(UUID id) {
        return find(id).orElseThrow(() -> new NotFound("conversation " + id));
    }

    @Override
    public Conversation locked(UUID id) {
        return jdbc.sql(ConversationRow.SELECT + "where id = ? for update")
                .param(id)
                .query(ConversationRow.MAPPER)
                .optional()
                .orElseThrow(() -> new NotFound("conversation " + id));
    }

    @Override
    public Map<UUID, Conversation> find(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(ConversationRow.SELECT + "where id in (:ids)")
                .param("ids", ids)
                .query(ConversationRow.MAPPER)
                .list()
                .stream()
                .collect(Collectors.toMap(Conversation::id, conversation -> conversation));
    }

    @Override
    public Map<UUID, LastMessage> lastMessages(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : said.last(ids);
    }

    @Override
    public List<Unhandled> unhandled(UUID id) {
        return said.unhandled(id);
    }

    @Override
    public Heard heard(UUID id) {
        return said.heard(id);
    }

    @Override
    public List<Unhandled> saidWithoutCase(UUID id) {
        return said.withoutCase(id);
    }

    @Override
    public void markHandled(UUID id, @Nullable String caseNumber) {
        said.markHandled(id, caseNumber);
    }

    @Override
    public void take(UUID id, Collection<UUID> messages, @Nullable String caseNumber) {
        said.take(id, messages, caseNumber);
    }

    @Override
    public void askAside(UUID id, @Nullable Instant until) {
        jdbc.sql("update conversation.conversation set asked_aside_until = :until where id = :id")
                .param("until", until == null ? null : time(until), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", id)
                .update();
    }

    @Override
    public void awaitCustomer(UUID id) {
        change(
                id,
                "state = 'WAITING_CUSTOMER', resolved_at = null, awaits_answer = false",
                """
                case_number is null and process_instance_id is null and not imported
                  and not exists (select 1 from conversation.conversation o where o.customer = conversation.customer
                    and o.line = conversation.line and o.state <> 'RESOLVED' and o.id <> conversation.id)""");
    }

    @Override
    public Optional<UUID> latestOf(UUID customer) {
        return jdbc.sql(
                        """
                        select id from conversation.conversation where customer = ? and not imported
                        order by state = 'RESOLVED', last_message_at desc, id desc limit 1""")
                .param(customer)
                .query(UUID.class)
                .optional();
    }

    @Override
    public boolean spokenSince(UUID id, Instant moment, String but) {
        return said.spokenSince(id, moment, but);
    }

    @Override
    public void giveTo(UUID id, String caseNumber) {
        said.giveTo(id, caseNumber);
    }

    @Override
    public void giveTo(UUID id, String caseNumber, Collection<UUID> messages) {
        if (said.giveTo(id, caseNumber, messages) != messages.size()) {
            throw new BadRequest("messages", "one of them is none of this conversation");
        }
    }

    @Override
    public void giveAll(UUID id, String from, String to) {
        said.giveAll(id, from, to);
    }

    @Override
    public void takeUpAgain(UUID id, @Nullable UUID but) {
        said.takeUpAgain(id, but);
        undriven.mark(id);
    }

    @Override
    public Optional<String> lastSpokenOf(UUID id, Instant after) {
        return said.lastSpokenOf(id, after);
    }

    @Override
    public void turnTo(UUID id, String caseNumber, String processInstanceId, String queue, @Nullable String owner) {
        jdbc.sql(
                        "update conversation.conversation set case_number = :case, process_instance_id = :instance where id = :id")
                .param("case", caseNumber)
                .param("instance", processInstanceId)
                .param("id", id)
                .update();
        own(id, owner);
        moveTo(id, queue);
        tell("conversation.case-attached", id, Map.of("case", caseNumber));
    }

    @Override
    public void means(UUID id, String intent) {
        jdbc.sql("update conversation.conversation set intent = ? where id = ?")
                .param(intent)
                .param(id)
                .update();
    }

    @Override
    public void chosen(UUID id, String intent) {
        jdbc.sql("update conversation.conversation set intent = ?, confidence = 1, gesture = 'content' where id = ?")
                .param(intent)
                .param(id)
                .update();
    }

    @Override
    public void alsoAbout(UUID id, OtherCases others) {
        jdbc.sql(
                        """
                        update conversation.conversation set other_cases = :cases, other_queues = :queues,
                          other_owners = :owners where id = :id""")
                .param("cases", others.numbers().toArray(String[]::new))
                .param("queues", others.queues().toArray(String[]::new))
                .param("owners", others.owners().toArray(String[]::new))
                .param("id", id)
                .update();
    }

    @Override
    public void understood(UUID id, Understanding understanding, List<UUID> messages) {
        jdbc.sql(
                        """
                        with kept as (
                          update conversation.conversation set intent = ?, confidence = ?, sentiment = ?, urgency = ?,
                            gesture = ?, language = case when ? = 'und' then language else ? end,
                            escalation_word = escalation_word or ?
                          where id = ?)
                        update conversation.message set understanding = ?::jsonb where conversation = ? and id = ?""")
                .param(understanding.intent())
                .param(understanding.confidence())
                .param(understanding.sentiment().id())
                .param(understanding.urgency().id())
                .param(understanding.gesture().id())
                .param(understanding.language())
                .param(understanding.language())
                .param(understanding.escalationWord())
                .param(id)
                .param(evidence(understanding, messages))
                .param(id)
                .param(messages.get(messages.size() - 1))
                .update();
    }

    /** What was understood, by which engine, of which messages; the text itself is not repeated. */
    private String evidence(Understanding understanding, List<UUID> messages) {
        try {
            return json.writeValueAsString(Map.of("understanding", understanding, "messages", messages));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an understanding is plain data", e);
        }
    }

    @Override
    public void follow(UUID id, String processInstanceId) {
        jdbc.sql("update conversation.conversation set process_instance_id = ? where id = ?")
                .param(processInstanceId)
                .param(id)
                .update();
    }

    @Override
    public void countTurn(UUID id) {
        jdbc.sql("update conversation.conversation set turns = turns + 1 where id = ?")
                .param(id)
                .update();
    }

    @Override
    public void attach(UUID id, String caseNumber, String processInstanceId) {
        jdbc.sql("update conversation.conversation set case_number = ?, process_instance_id = ? where id = ?")
                .param(caseNumber)
                .param(processInstanceId)
                .param(id)
                .update();
        jdbc.sql("update conversation.message set case_number = ? where conversation = ? and case_number is null")
                .param(caseNumber)
                .param(id)
                .update();
        phone.caseOpened(id);
        tell("conversation.case-attached", id, Map.of("case", caseNumber));
    }

    @Override
    public void moveTo(UUID id, String queue) {
        int moved = jdbc.sql("update conversation.conversation set queue = ? where id = ? and queue <> ?")
                .param(queue)
                .param(id)
                .param(queue)
                .update();
        if (moved > 0) {
            tell("conversation.queued", id, Map.of("queue", queue));
        }
    }

    @Override
    public void own(UUID id, @Nullable String owner) {
        jdbc.sql("update conversation.conversation set owner = :owner where id = :id and owner is distinct from :owner")
                .param("owner", owner, Types.VARCHAR)
                .param("id", id)
                .update();
    }

    @Override
    public boolean answeredSince(UUID id, Instant moment) {
        return said.answeredSince(id, moment);
    }

    @Override
    public List<UUID> heldBy(String agent) {
        return jdbc.sql(
                        """
                        select id from conversation.conversation
                        where state <> 'RESOLVED' and (owner = :agent or speaker_id = :agent)""")
                .param("agent", agent)
                .query(UUID.class)
                .list();
    }

    @Override
    public void giveWord(UUID id, Speaker speaker, @Nullable String speakerId) {
        int given = jdbc.sql(
                        """
                        update conversation.conversation set speaker = :speaker, speaker_id = :id
                        where id = :conversation and (speaker <> :speaker or speaker_id is distinct from :id)""")
                .param("speaker", speaker.name())
                .param("id", speakerId, Types.VARCHAR)
                .param("conversation", id)
                .update();
        if (given > 0) {
            tell("conversation.speaker-changed", id, Map.of("speaker", speaker.name()));
        }
    }

    @Override
    public void waits(UUID id, ConversationState state) {
        change(id, "state = '" + state.name() + "'", "state <> 'RESOLVED' and state <> '" + state.name() + "'");
    }

    @Override
    public void goesOn(UUID id) {
        change(id, "state = 'OPEN', resolved_at = null", "state <> 'OPEN'");
    }

    @Override
    public void leaveCase(UUID id) {
        change(id, "case_number = null, process_instance_id = null, intent = null", "true");
    }

    private void change(UUID id, String what, String where) {
        int changed = jdbc.sql("update conversation.conversation set " + what + " where id = ? and " + where)
                .param(id)
                .update();
        if (changed > 0) {
            tell("conversation.changed", id, Map.of());
        }
    }

    @Override
    public void rest(UUID id, Instant at) {
        end(id, at, "");
    }

    /** The row is locked first: a message that is being stored is either seen here, or sees the end and opens anew. */
    @Override
    public void resolve(UUID id, Instant at) {
        end(id, at, "case_number = null, process_instance_id = null,");
    }

    private void end(UUID id, Instant at, String more) {
        jdbc.sql("select 1 from conversation.conversation where id = ? for update")
                .param(id)
                .query(Integer.class)
                .single();
        boolean unhandled = said.anyUnhandled(id);
        jdbc.sql(
                        """
                        update conversation.conversation set state = :state, resolved_at = :at, speaker = 'NONE',
                          speaker_id = null,\s"""
                                + more
                                + """
                           awaits_answer = awaits_answer and :unhandled
                        where id = :id""")
                .param("state", unhandled ? "OPEN" : "RESOLVED")
                .param("at", unhandled ? null : time(at), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("unhandled", unhandled)
                .param("id", id)
                .update();
        if (!unhandled) {
            tell("conversation.resolved", id, Map.of());
        }
    }

    private void tell(String type, UUID conversation, Map<String, String> more) {
        var data = new HashMap<String, Object>(more);
        data.put("conversation", conversation.toString());
        events.append(type, data);
    }
}
