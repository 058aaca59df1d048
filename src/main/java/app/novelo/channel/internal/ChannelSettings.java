package app.novelo.channel.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a node takes in messages.
 *
 * @param laneWorkers how many customers are handled at once on one node
 * @param keepDeliveries how long raw deliveries are kept; whole days
 */
@ConfigurationProperties("novelo.channel")
record ChannelSettings(@DefaultValue("4") int laneWorkers, @DefaultValue("30d") Duration keepDeliveries) {}
