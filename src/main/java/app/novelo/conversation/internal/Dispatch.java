package app.novelo.conversation.internal;

import app.novelo.channel.SendOutcome;
import app.novelo.conversation.internal.Claims.Claim;
import app.novelo.conversation.internal.Departures.Departure;
import app.novelo.conversation.internal.MediaUploads.Handed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends one message: decides, calls the channel outside any transaction, and settles what came of it. */
@Component
class Dispatch {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    private final Departures departures;
    private final Settlement settlement;
    private final MediaUploads uploads;
    private final SentTemplates templates;
    private final Channels channels;

    Dispatch(
            Departures departures,
            Settlement settlement,
            MediaUploads uploads,
            SentTemplates templates,
            Channels channels) {
        this.departures = departures;
        this.settlement = settlement;
        this.uploads = uploads;
        this.templates = templates;
        this.channels = channels;
    }

    void send(Claim claim) {
        try {
            var departure = departures.decide(claim.message(), false);
            if (departure instanceof Departure.HandOver file) {
                send(claim, file);
            } else {
                act(claim, departure);
            }
        } catch (RuntimeException e) {
            LOG.error("message {} could not be let go now; it is looked at again", claim.message(), e);
            UntilStored.run(claim.message(), () -> departures.postpone(claim.message()));
        }
    }

    private void act(Claim claim, Departure departure) {
        if (departure instanceof Departure.Go go) {
            send(claim, go);
        } else if (departure instanceof Departure.Refuse refuse) {
            settlement.refuse(claim, refuse.code(), refuse.error());
        } else if (departure instanceof Departure.Cancel) {
            settlement.cancel(claim);
        }
    }

    /** The file takes its time, and whoever had the word may have lost it: what is decided then counts. */
    private void send(Claim claim, Departure.HandOver file) {
        var handed = uploads.providerId(file.line(), file.media());
        var departure = departures.decide(claim.message(), true);
        if (!(departure instanceof Departure.Go go)) {
            act(claim, departure);
        } else if (handed instanceof Handed.Stopped stopped) {
            settle(claim, go, stopped.outcome());
        } else if (handed instanceof Handed.Known known) {
            send(claim, new Departure.Go(go.message().with(known.media()), go.attempt()));
        }
    }

    /** Nothing thrown: what may have been sent is not postponed. */
    private void send(Claim claim, Departure.Go go) {
        settle(claim, go, call(go));
    }

    private void settle(Claim claim, Departure.Go go, SendOutcome outcome) {
        UntilStored.run(claim.message(), () -> {
            settlement.settle(claim, go.attempt(), outcome);
            uploads.settled(go.message(), outcome);
            templates.settled(go.message(), outcome);
        });
    }

    private SendOutcome call(Departure.Go go) {
        try {
            return channels.of(go.message().line().channel()).send(go.message());
        } catch (RuntimeException e) {
            LOG.error(
                    "the call for message {} failed in our own hands",
                    go.message().id(),
                    e);
            return new SendOutcome.Unknown(e.getClass().getSimpleName());
        }
    }
}
