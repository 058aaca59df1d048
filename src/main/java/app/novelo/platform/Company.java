package app.novelo.platform;

/**
 * The company that uses this installation.
 *
 * @param name as customers read it; {@code NOVELO_COMPANY}
 */
public record Company(String name) {}
