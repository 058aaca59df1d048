package app.novelo.desk.internal;

/** What people see of a colleague. */
enum Status {
    /** Rules may give him work. */
    ONLINE,
    /** There, and given nothing more. */
    BUSY,
    AWAY,
    OFFLINE
}
