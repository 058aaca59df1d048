package app.novelo.servicelevel;

import org.jspecify.annotations.Nullable;

/**
 * Whose clocks are asked for.
 *
 * @param queue null = every queue
 * @param owner user id; null = everybody's
 * @param nobody only those that nobody has; {@code owner} is null then
 */
public record HeldBy(@Nullable String queue, @Nullable String owner, boolean nobody) {

    public static final HeldBy ANYBODY = new HeldBy(null, null, false);
}
