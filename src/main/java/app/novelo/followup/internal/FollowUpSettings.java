package app.novelo.followup.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How follow-ups come back.
 *
 * @param lead how long before it is due a person is asked to keep a promise; what is sent by itself goes out when it is due
 * @param sameTalk how long after it was planned a follow-up's owner, who talks with the customer himself, is not asked
 *     whether it is still needed because the customer goes on writing
 * @param toReact business time that a person has where something could not be sent by itself
 * @param mostMoves how often one can be put off
 * @param mostAttempts how many messages a cadence may send by itself for one case; what comes then is a person's
 */
@ConfigurationProperties("novelo.follow-up")
record FollowUpSettings(
        @DefaultValue("15m") Duration lead,
        @DefaultValue("30m") Duration sameTalk,
        @DefaultValue("1h") Duration toReact,
        @DefaultValue("20") int mostMoves,
        @DefaultValue("12") int mostAttempts) {}
