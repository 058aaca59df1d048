package app.novelo.servicelevel;

/** Where a clock stands. */
public enum ClockState {
    RUNNING,
    WARNED,
    PAUSED,
    BREACHED,
    MET,
    MET_LATE,
    CANCELLED;

    public boolean isEnd() {
        return this == MET || this == MET_LATE || this == CANCELLED;
    }
}
