package app.novelo.conversation.internal;

import app.novelo.channel.SendOutcome;
import app.novelo.conversation.internal.Claims.Claim;
import app.novelo.conversation.internal.Departures.Departure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends one message: decides, calls the channel outside any transaction, and settles what came of it. */
@Component
class Dispatch {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    private final Departures departures;
    private final Settlement settlement;
    private final Channels channels;

    Dispatch(Departures departures, Settlement settlement, Channels channels) {
        this.departures = departures;
        this.settlement = settlement;
        this.channels = channels;
    }

    void send(Claim claim) {
        try {
            var departure = departures.decide(claim.message());
            if (departure instanceof Departure.Go go) {
                send(claim, go);
            } else if (departure instanceof Departure.Refuse refuse) {
                settlement.refuse(claim, refuse.code(), refuse.error());
            } else if (departure instanceof Departure.Cancel) {
                settlement.cancel(claim);
            }
        } catch (RuntimeException e) {
            LOG.error("message {} could not be let go now; it is looked at again", claim.message(), e);
            UntilStored.run(claim.message(), () -> departures.postpone(claim.message()));
        }
    }

    /** Nothing thrown: what may have been sent is not postponed. */
    private void send(Claim claim, Departure.Go go) {
        var outcome = call(go);
        UntilStored.run(claim.message(), () -> settlement.settle(claim, go.attempt(), outcome));
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
