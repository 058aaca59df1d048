/**
 * The port of a channel: what comes in is stored raw before it is acknowledged, split into elements per lane and handed up
 * in order; what goes out is one call with a clear outcome. Adapters stand in sub-modules, WhatsApp first.
 *
 * <p>Owns the schema {@code channel}.
 */
@ApplicationModule(
        displayName = "Channels",
        allowedDependencies = {"platform", "engine"})
@NullMarked
package app.novelo.channel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
