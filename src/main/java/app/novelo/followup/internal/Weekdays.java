package app.novelo.followup.internal;

import java.time.DayOfWeek;
import java.util.Map;

/** Days of the week as people write them, without accents. */
final class Weekdays {

    private static final Map<String, DayOfWeek> DAYS = Map.ofEntries(
            Map.entry("segunda", DayOfWeek.MONDAY),
            Map.entry("terca", DayOfWeek.TUESDAY),
            Map.entry("quarta", DayOfWeek.WEDNESDAY),
            Map.entry("quinta", DayOfWeek.THURSDAY),
            Map.entry("sexta", DayOfWeek.FRIDAY),
            Map.entry("sabado", DayOfWeek.SATURDAY),
            Map.entry("domingo", DayOfWeek.SUNDAY),
            Map.entry("monday", DayOfWeek.MONDAY),
            Map.entry("tuesday", DayOfWeek.TUESDAY),
            Map.entry("wednesday", DayOfWeek.WEDNESDAY),
            Map.entry("thursday", DayOfWeek.THURSDAY),
            Map.entry("friday", DayOfWeek.FRIDAY),
            Map.entry("saturday", DayOfWeek.SATURDAY),
            Map.entry("sunday", DayOfWeek.SUNDAY),
            Map.entry("lunes", DayOfWeek.MONDAY),
            Map.entry("martes", DayOfWeek.TUESDAY),
            Map.entry("miercoles", DayOfWeek.WEDNESDAY),
            Map.entry("jueves", DayOfWeek.THURSDAY),
            Map.entry("viernes", DayOfWeek.FRIDAY));

    /** "segunda via" and "quinta parcela" are no days. */
    private static final String NO_NUMERAL = "(?! (?:via|vez|parcela|etapa|opcao|tentativa|pessoa))";

    private static final String DAY = "(" + String.join("|", DAYS.keySet()) + ")" + NO_NUMERAL + "(?:-feira| feira)?";

    static final String ALONE = "\\b(?:na |no |on |el |la )?" + DAY + "\\b";

    /** Group 1 or 3: the coming one, never today. */
    static final String PHRASE = "\\b(?:na |no |on |el |la )?(?:(proxim[ao] |next )|(?:esta |este |this ))?" + DAY
            + "\\b( que vem| que viene| proxim[ao])?";

    static DayOfWeek of(String name) {
        return DAYS.getOrDefault(name, DayOfWeek.MONDAY);
    }

    private Weekdays() {}
}
