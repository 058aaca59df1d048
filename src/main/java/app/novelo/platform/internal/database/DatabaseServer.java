package app.novelo.platform.internal.database;

/** The PostgreSQL that holds this installation's rows; running as long as it is not closed. */
sealed interface DatabaseServer extends AutoCloseable permits EmbeddedPostgres, ExternalPostgres {

    DatabaseAddress address();

    @Override
    void close();
}
