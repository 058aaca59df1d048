package app.novelo.conversation.internal;

import app.novelo.channel.ChannelMedia.Download;
import app.novelo.channel.Lines;
import app.novelo.channel.MediaUnavailable;
import app.novelo.conversation.internal.MediaOutcome.Failed;
import app.novelo.conversation.internal.MediaOutcome.Later;
import app.novelo.conversation.internal.MediaOutcome.Ready;
import app.novelo.conversation.internal.MediaOutcome.Refused;
import app.novelo.conversation.internal.MediaQueue.Waiting;
import app.novelo.media.MediaStore;
import app.novelo.media.MediaStore.Draft;
import app.novelo.media.MediaStore.StoreUnavailable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** One attempt to fetch a file, going on where the last one ended. Outside any transaction. */
@Component
class MediaFetch {

    private static final Logger LOG = LoggerFactory.getLogger(MediaFetch.class);
    private static final int BUFFER = 64 << 10;

    private final MediaStore store;
    private final FileFinder finder;
    private final Lines lines;
    private final Channels channels;
    private final MediaQueue queue;
    private final MediaSettings settings;

    MediaFetch(
            MediaStore store,
            FileFinder finder,
            Lines lines,
            Channels channels,
            MediaQueue queue,
            MediaSettings settings) {
        this.store = store;
        this.finder = finder;
        this.lines = lines;
        this.channels = channels;
        this.queue = queue;
        this.settings = settings;
    }

    MediaOutcome fetch(Waiting file) {
        try (var draft = store.draft(file.id())) {
            return fetch(file, draft);
        } catch (StoreUnavailable e) {
            LOG.warn("file {} cannot be stored now: {}", file.id(), e.getMessage());
            return new Later(MediaProblem.STORAGE);
        } catch (IOException e) {
            LOG.info("file {} was not fetched now: {}", file.id(), e.toString());
            return new Later(MediaProblem.CONNECTION);
        }
    }

    private MediaOutcome fetch(Waiting file, Draft draft) throws IOException {
        boolean resumed = draft.size() > 0;
        try {
            var claimed = stream(file, draft);
            if (!ClaimedHash.fits(claimed, draft.sha256())) {
                draft.restart();
                return resumed ? new Later(MediaProblem.HASH_MISMATCH) : new Refused(MediaProblem.HASH_MISMATCH);
            }
            var facts = finder.look(file.id(), draft, file.filename());
            draft.keep();
            return new Ready(facts);
        } catch (TooLarge e) {
            draft.restart();
            return new Refused(MediaProblem.TOO_LARGE);
        } catch (MediaUnavailable e) {
            draft.restart();
            LOG.info("file {} is not handed out: {}", file.id(), e.getMessage());
            return e.isForGood() ? new Failed(MediaProblem.GONE) : new Later(MediaProblem.UNAVAILABLE);
        }
    }

    /** @return the hash that the channel claims */
    private @Nullable String stream(Waiting file, Draft draft) throws IOException, MediaUnavailable, TooLarge {
        var line = lines.find(file.line()).orElseThrow();
        try (var download = channels.media(line.channel()).open(line, file.reference(), draft.size())) {
            if (download.from() == 0) {
                draft.restart();
            } else if (download.from() != draft.size()) {
                throw new IOException("another part than was asked for");
            }
            copy(file, download, draft);
            var own = file.reference().sha256();
            return own == null ? download.sha256() : own;
        }
    }

    private void copy(Waiting file, Download download, Draft draft) throws IOException, TooLarge {
        var buffer = new byte[BUFFER];
        var progress = new Progress(settings, () -> queue.renew(file.id()));
        for (int read = download.bytes().read(buffer);
                read >= 0;
                read = download.bytes().read(buffer)) {
            if (draft.size() + read > settings.most().toBytes()) {
                throw new TooLarge();
            }
            draft.write(buffer, read);
            progress.check();
        }
        if (download.size() > draft.size()) {
            throw new IOException("it ended too early");
        }
    }

    /** More bytes than a file may have. */
    private static final class TooLarge extends Exception {

        private static final long serialVersionUID = 1;
    }
}
