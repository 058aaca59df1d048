package app.novelo.conversation.internal;

import static app.novelo.platform.Sql.time;

import app.novelo.channel.Circumstances;
import app.novelo.channel.Lines;
import app.novelo.conversation.Author;
import app.novelo.conversation.MessageStatus;
import app.novelo.conversation.PastMessages;
import app.novelo.conversation.internal.PastStore.Old;
import app.novelo.conversation.internal.PastTwins.Look;
import app.novelo.conversation.internal.PastTwins.Twin;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Chats from elsewhere. */
@Component
class ExportedMessages implements PastMessages {

    private final PastStore past;
    private final PastTwins twins;
    private final ImportedFiles files;
    private final PastFiles places;
    private final MessageRows messages;
    private final ContentJson contents;
    private final Lines lines;
    private final JdbcClient jdbc;

    ExportedMessages(
            PastStore past,
            PastTwins twins,
            ImportedFiles files,
            PastFiles places,
            MessageRows messages,
            ContentJson contents,
            Lines lines,
            JdbcClient jdbc) {
        this.past = past;
        this.twins = twins;
        this.files = files;
        this.places = places;
        this.messages = messages;
        this.contents = contents;
        this.lines = lines;
        this.jdbc = jdbc;
    }

    @Override
    public String keepFile(UUID id, String name, boolean voice, InputStream bytes) throws IOException {
        return files.keep(id, name, voice, bytes);
    }

    @Override
    public void forgetFile(UUID id) {
        files.forget(id);
    }

    @Override
    public int add(UUID customer, UUID line, List<Said> said) {
        var known = messages.known(said.stream().map(Said::id).toList());
        said.stream()
                .filter(one -> known.contains(one.id()) && one.file() != null)
                .forEach(this::fillPlace);
        var strange = said.stream()
                .filter(one -> !known.contains(one.id()))
                .filter(one -> !hasTwin(customer, line, one))
                .map(this::old)
                .toList();
        int added = past.add(customer, lines.find(line).orElseThrow(), strange);
        takeBack(said.stream().filter(Said::takenBack).map(Said::id).toList());
        said.stream().map(Said::file).filter(Objects::nonNull).forEach(files::forgetUnlessTaken);
        return added;
    }

    private void takeBack(List<String> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql(
                            """
                            update conversation.message m set revoked_at = m.at from conversation.provider_message p
                            where p.provider_id in (:ids) and m.id = p.message and m.at = p.at and m.provider_id = p.provider_id""")
                    .param("ids", ids)
                    .update();
        }
    }

    /** It was exported before, without its file. */
    private void fillPlace(Said said) {
        places.placeholder(said.id()).ifPresent(place -> fill(place, said));
    }

    /** It is known by both ids from now on. */
    private boolean hasTwin(UUID customer, UUID line, Said said) {
        var look = Look.forExported(
                customer, line, said.ours(), said.text(), PastTwins.isFile(said.kind()), said.at(), said.same());
        var twin = twins.find(look);
        twin.ifPresent(found -> {
            messages.register(said.id(), found.id(), found.at(), found.conversation());
            if (found.kind().equals(PastFiles.PLACEHOLDER) && said.file() != null) {
                fill(found, said);
            }
        });
        return twin.isPresent();
    }

    /** The channel told that there was a file; the export has it. */
    private void fill(Twin place, Said said) {
        jdbc.sql(
                        """
                        update conversation.message set kind = ?, text = coalesce(text, ?), content = ?::jsonb, media = ?
                        where id = ? and at = ?""")
                .param(said.kind())
                .param(said.text())
                .param(contents.write(said.content()))
                .param(files.attach(said, place.id(), place.conversation()))
                .param(place.id())
                .param(time(place.at()))
                .update();
    }

    private Old old(Said said) {
        return new Old(said.id(), said.at(), (id, conversation) -> row(id, conversation, said));
    }

    private MessageRows.NewMessage row(UUID id, UUID conversation, Said said) {
        return new MessageRows.NewMessage(
                id,
                said.at(),
                conversation,
                null,
                said.ours() ? "OUT" : "IN",
                said.kind(),
                StorableText.of(said.text()),
                said.content(),
                Circumstances.NONE,
                files.attach(said, id, conversation),
                null,
                null,
                said.ours() ? Author.onPhone() : Author.customer(),
                said.ours() ? MessageStatus.SENT : MessageStatus.RECEIVED,
                said.id(),
                null,
                null,
                null,
                false);
    }
}
