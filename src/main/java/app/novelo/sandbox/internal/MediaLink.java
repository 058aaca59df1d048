package app.novelo.sandbox.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** The address of a file's bytes, which lives for five minutes of business time. */
@SandboxOnly
@Component
class MediaLink {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final String HMAC = "HmacSHA256";

    private final OwnAddress address;
    private final CompanyLine line;
    private final Clock clock;

    MediaLink(OwnAddress address, CompanyLine line, Clock clock) {
        this.address = address;
        this.line = line;
        this.clock = clock;
    }

    String to(GraphFile file) {
        long until = clock.instant().plus(LIFE).getEpochSecond();
        return address.path(
                        "/sandbox/graph/files/%s?ext=%d&hash=%s".formatted(file.id(), until, seal(file.id(), until)))
                .toString();
    }

    boolean isValid(String id, long until, String hash) {
        return clock.instant().getEpochSecond() < until
                && MessageDigest.isEqual(
                        seal(id, until).getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }

    private String seal(String id, long until) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(line.appSecret().getBytes(StandardCharsets.UTF_8), HMAC));
            return HexFormat.of().formatHex(mac.doFinal((id + " " + until).getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }
}
