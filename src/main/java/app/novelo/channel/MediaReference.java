package app.novelo.channel;

import org.jspecify.annotations.Nullable;

/**
 * A file that the channel keeps for a while. Everything but the id is what its sender claims.
 *
 * @param providerId by which the channel hands it out
 * @param url a short-lived address of it; saves asking for one
 * @param mimeType as claimed
 * @param sha256 of its bytes, in base64 or hexadecimal
 * @param filename as claimed: hostile until proven otherwise
 */
public record MediaReference(
        String providerId,
        @Nullable String url,
        @Nullable String mimeType,
        @Nullable String sha256,
        @Nullable String filename,
        boolean voice,
        boolean animated) {}
