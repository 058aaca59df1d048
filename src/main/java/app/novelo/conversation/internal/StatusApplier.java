package app.novelo.conversation.internal;

import app.novelo.channel.StatusHandler;
import app.novelo.channel.StatusUpdate;
import app.novelo.conversation.MessageStatus;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Applies a set of statuses: settles what was unknown, moves what is known, parks the rest. No engine. */
@Component
class StatusApplier implements StatusHandler {

    private final JdbcClient jdbc;
    private final StatusRows rows;
    private final EarlyStatuses early;

    StatusApplier(JdbcClient jdbc, StatusRows rows, EarlyStatuses early) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.early = early;
    }

    @Override
    public void apply(List<StatusUpdate> updates) {
        updates.forEach(this::settleOutgoing);
        var known = known(ids(updates));
        var strange = ids(updates);
        strange.removeAll(known);
        if (!strange.isEmpty()) {
            early.hold(strange);
            known.addAll(known(strange)); // their answers may have been stored while we waited
        }
        rows.forward(updates.stream()
                .filter(update -> known.contains(update.providerId()))
                .toList());
        early.park(updates.stream()
                .filter(update -> !known.contains(update.providerId()))
                .toList());
    }

    @Override
    public boolean knows(String status) {
        return MessageStatus.ofChannel(status).isPresent();
    }

    /**
     * A status that carries our own id tells the outcome of a call whose answer we have not stored, or which was refused
     * by a gateway although Meta had taken it: the row is marked, and whoever looks after it next settles its process in
     * its turn.
     */
    private void settleOutgoing(StatusUpdate update) {
        var ours = uuid(update.ourId());
        if (ours == null) {
            return;
        }
        jdbc.sql(
                        """
                        with found as (
                          update conversation.outgoing set state = 'ACCEPTED'
                          where message = :id and (state in ('SENDING', 'UNKNOWN') or state = 'QUEUED' and attempts > 0)
                          returning message, at, conversation),
                        registered as (
                          insert into conversation.provider_message (provider_id, message, at, conversation)
                          select :provider, message, at, conversation from found on conflict do nothing)
                        update conversation.message m set provider_id = :provider from found f
                        where m.id = f.message and m.at = f.at""")
                .param("id", ours)
                .param("provider", update.providerId())
                .update();
    }

    private static Set<String> ids(List<StatusUpdate> updates) {
        return updates.stream().map(StatusUpdate::providerId).collect(Collectors.toCollection(HashSet::new));
    }

    private Set<String> known(Set<String> ids) {
        return new HashSet<>(
                jdbc.sql("select provider_id from conversation.provider_message where provider_id in (:ids)")
                        .param("ids", ids)
                        .query(String.class)
                        .list());
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
