package app.novelo.desk;

/** People who work here no longer. */
public interface Leavers {

    /**
     * He is in no queue and no group any more, nobody logs in as him, and no rule gives him work; his name stays. Part of the
     * caller's transaction.
     *
     * @throws app.novelo.engine.LastAdministratorStays if nobody else is administrator
     */
    void leaves(String agent);
}
