package app.novelo.casework.internal;

/**
 * One thing that does not fit.
 *
 * @param what {@link IntegrityRule#id()}
 * @param subject number of the case, else id of the conversation, instance or task
 * @param detail what else helps to find it: ids and states
 */
record Broken(String what, String subject, String detail) {}
