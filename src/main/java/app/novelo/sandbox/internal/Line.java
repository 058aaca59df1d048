package app.novelo.sandbox.internal;

/**
 * A number of the company.
 *
 * @param id phone number id, as the Graph API names it
 * @param display the number as people read it
 */
record Line(String id, String display) {

    /** @return the number in digits, as webhooks carry it */
    String digits() {
        return display.replaceAll("\\D", "");
    }
}
