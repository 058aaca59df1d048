package app.novelo.conversation.internal;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The closed list of what a text to customers may have filled in. */
final class Placeholders {

    static final Pattern FORM = Pattern.compile("\\{\\{\\s*([A-Za-z.]+)\\s*}}");

    /** Whatever its writer may have taken for one. */
    private static final Pattern MEANT = Pattern.compile("\\{\\{[^{}]*}}|\\{\\{|}}");

    /** What is told of a matter elsewhere, in a process that knows of one; see {@code TextValues}. */
    private static final Map<String, String> OF_A_MATTER = Map.of(
            "subject",
            "NF-4711",
            "amount",
            "R$ 149,90",
            "dueDate",
            "30 de novembro de 2026",
            "link",
            "https://example.com/4711");

    private static final Map<String, String> SAMPLES = samples();

    private Placeholders() {}

    /** @param opening when somebody will be there, as {@link NextOpening} says it */
    static Map<String, String> values(String protocol, String company, String customerName, String opening) {
        return Map.of(
                "protocol", protocol,
                "company", company,
                "customer.name", customerName,
                "customer.firstName", customerName.split(" ", 2)[0],
                "opening", opening);
    }

    private static Map<String, String> samples() {
        var samples = new TreeMap<>(values("T-20261127-000042", "", "Ana Lima", ""));
        samples.putAll(OF_A_MATTER);
        return samples;
    }

    /** @param company as the line calls itself */
    static Map<String, String> samples(String company) {
        var samples = new TreeMap<>(SAMPLES);
        samples.put("company", company);
        return samples;
    }

    static Set<String> names() {
        return new TreeMap<>(SAMPLES).navigableKeySet();
    }

    /** @return what looks like a placeholder and is none of the list, in its order */
    static Set<String> unknown(String text) {
        var unknown = new LinkedHashSet<String>();
        MEANT.matcher(text).results().map(found -> found.group()).forEach(meant -> {
            Matcher known = FORM.matcher(meant);
            if (!known.matches() || !SAMPLES.containsKey(known.group(1))) {
                unknown.add(meant);
            }
        });
        return unknown;
    }

    /** @return those that stand in the text */
    static Set<String> in(String text) {
        var names = new LinkedHashSet<String>();
        FORM.matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }
}
