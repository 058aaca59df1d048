package app.novelo.sandbox.internal;

/**
 * A number of the company.
 *
 * @param id phone number id, as the Graph API names it
 * @param display the number as people read it
 * @param account id of the business account that it belongs to
 */
record Line(String id, String display, String account) {

    /** @return the number in digits, as webhooks carry it */
    String digits() {
        return display.replaceAll("\\D", "");
    }
}
