package app.novelo.lead.internal;

import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param currency of a price of which nobody says another; ISO 4217
 * @param currencies in which prices may be told
 * @param mostQuestions how many things the process asks a customer at most, before a person speaks with him
 * @param criteria what it asks for, in this order: names of what {@code lead-score} counts
 */
@Validated
@ConfigurationProperties("novelo.lead")
record LeadSettings(
        @DefaultValue("BRL") String currency,
        @DefaultValue({"BRL", "USD", "EUR", "ARS", "CLP", "COP", "MXN", "PEN", "UYU", "PYG"}) List<String> currencies,
        @DefaultValue("3") @Min(0) int mostQuestions,
        @DefaultValue({"need", "timeline", "budget"}) List<String> criteria) {}
