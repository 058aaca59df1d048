package app.novelo.engine.internal;

/** Nobody could log in as administrator, and nobody may make himself one. */
final class NoAdministrator extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoAdministrator() {
        super("There is no administrator: the database has none, and NOVELO_ADMIN_PASSWORD is not set.");
    }
}
