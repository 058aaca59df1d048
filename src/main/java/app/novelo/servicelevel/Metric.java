package app.novelo.servicelevel;

import java.util.Arrays;

/** What is promised in time. The constants' ids stand in decision tables. */
public enum Metric {
    FIRST_RESPONSE("firstResponse"),
    NEXT_RESPONSE("nextResponse"),
    RESOLUTION("resolution");

    private final String id;

    Metric(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** @return true if an answer ends it */
    public boolean isResponse() {
        return this != RESOLUTION;
    }

    /** @throws IllegalArgumentException if there is none of that id */
    public static Metric of(String id) {
        return Arrays.stream(values())
                .filter(metric -> metric.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no metric is called " + id));
    }
}
