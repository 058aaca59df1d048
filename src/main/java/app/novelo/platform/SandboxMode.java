package app.novelo.platform;

/**
 * Whether this process is a sandbox: exactly if neither an access token nor a base URL of the Graph API is set.
 *
 * @param on true in the sandbox
 */
public record SandboxMode(boolean on) {}
