/**
 * Support tickets, from the customer's message to the answer. One ticket is one run of {@code processes/ticket/ticket.bpmn}.
 *
 * <p>Owns the schema {@code ticket}. Texts stay in {@code conversation}; what all cases share stays in {@code casework}.
 */
@ApplicationModule(
        displayName = "Tickets",
        allowedDependencies = {"platform", "engine", "desk", "conversation", "servicelevel", "casework"})
@NullMarked
package app.novelo.ticket;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
