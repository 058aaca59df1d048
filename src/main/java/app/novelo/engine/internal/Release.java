package app.novelo.engine.internal;

import java.util.Arrays;

/**
 * A release of Novelo, such as {@code 0.1.0} or {@code 0.2.0-SNAPSHOT}; what follows a hyphen does not count.
 *
 * @param text as written
 */
record Release(String text) implements Comparable<Release> {

    static Release of(String text) {
        return new Release(text);
    }

    private int[] numbers() {
        var plain = text.split("-", 2)[0];
        return Arrays.stream(plain.split("\\."))
                .filter(part -> part.matches("\\d{1,9}"))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    @Override
    public int compareTo(Release other) {
        return Arrays.compare(numbers(), other.numbers());
    }

    @Override
    public String toString() {
        return text;
    }
}
