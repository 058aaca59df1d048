/**
 * Leads, from the first sign of interest to a sale or its loss. One lead is one run of {@code processes/lead/lead.bpmn}.
 *
 * <p>Owns the schema {@code lead}. What customers say stays in {@code conversation}; what all cases share stays in {@code
 * casework}.
 */
@ApplicationModule(
        displayName = "Leads",
        allowedDependencies = {
            "platform",
            "engine",
            "customer",
            "channel",
            "ai",
            "desk",
            "conversation",
            "media",
            "servicelevel",
            "casework"
        })
@NullMarked
package app.novelo.lead;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
