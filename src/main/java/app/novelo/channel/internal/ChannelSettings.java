package app.novelo.channel.internal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a node takes in messages.
 *
 * @param laneWorkers how many customers are handled at once on one node
 */
@ConfigurationProperties("novelo.channel")
record ChannelSettings(@DefaultValue("4") int laneWorkers) {}
