package app.novelo.engine.internal.gate;

/**
 * One reason to refuse a file.
 *
 * @param element id of the element, or where there is none, the line
 * @param reason in words for whoever drew it
 */
record Finding(String element, String reason) {

    @Override
    public String toString() {
        return element.isEmpty() ? reason : element + ": " + reason;
    }
}
