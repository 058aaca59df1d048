package app.novelo.servicelevel;

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
}
