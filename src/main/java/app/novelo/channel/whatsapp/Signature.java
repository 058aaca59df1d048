package app.novelo.channel.whatsapp;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * {@code X-Hub-Signature-256}: HMAC-SHA256 with the app's secret over the bytes as they came. Meta signs its own escaped
 * form, so nothing may be parsed, decoded or written again before.
 */
final class Signature {

    static final String HEADER = "X-Hub-Signature-256";

    private static final Pattern FORM = Pattern.compile("sha256=([0-9a-f]{64})");
    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /** @param secrets more than one while a secret is being rotated */
    static boolean isValid(@Nullable String header, byte[] body, List<String> secrets) {
        var match = FORM.matcher(header == null ? "" : header);
        if (!match.matches()) {
            return false;
        }
        var given = HexFormat.of().parseHex(match.group(1));
        return secrets.stream().anyMatch(secret -> MessageDigest.isEqual(given, sign(body, secret)));
    }

    static byte[] sign(byte[] body, String secret) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
