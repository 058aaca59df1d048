/**
 * Promises and reminders: what somebody said he would do, kept by him or by itself, when it is due. One follow-up is one run
 * of {@code processes/followup/followup.bpmn}.
 *
 * <p>Owns the schema {@code followup}. A follow-up stands beside what the conversation is about: the customer's messages
 * never go to it. What happens to a customer may also start a process by the table {@code reengagement}: an automation, which
 * is no case.
 */
@ApplicationModule(
        displayName = "Follow-ups",
        allowedDependencies = {
            "platform",
            "engine",
            "customer",
            "channel",
            "ai",
            "desk",
            "conversation",
            "servicelevel",
            "casework"
        })
@NullMarked
package app.novelo.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
