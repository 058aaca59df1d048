package app.novelo.platform;

import java.time.Duration;

/** The business clock has a new distance to the system's clock; told synchronously, before paused work resumes. */
public record ClockMoved(Duration offset) {}
