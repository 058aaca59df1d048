package app.novelo.channel.whatsapp;

import app.novelo.channel.ChannelMedia;
import app.novelo.channel.Line;
import app.novelo.channel.MediaReference;
import app.novelo.channel.MediaUnavailable;
import app.novelo.channel.SendOutcome;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Files at Meta. An address lives for five minutes: a dead one is asked for anew.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media">Meta, Media</a>
 */
@Component
class GraphMedia implements ChannelMedia {

    private static final int ATTEMPTS = 3;
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int RANGE_REFUSED = 416;
    private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-\\d+/(\\d{1,18}|\\*)");

    private final MediaHttp http;
    private final MediaAddress addresses;
    private final MediaUpload uploads;
    private final Tokens tokens;

    GraphMedia(MediaHttp http, MediaAddress addresses, MediaUpload uploads, Tokens tokens) {
        this.http = http;
        this.addresses = addresses;
        this.uploads = uploads;
        this.tokens = tokens;
    }

    @Override
    public String channel() {
        return WhatsAppSplitter.CHANNEL;
    }

    @Override
    public SendOutcome upload(Line line, Upload upload) {
        return uploads.upload(line, upload);
    }

    @Override
    public Download open(Line line, MediaReference reference, long from) throws IOException, MediaUnavailable {
        var token = tokens.of(line.accountId());
        if (reference.url() != null) {
            var saved = http.get(reference.url(), from, token);
            if (saved.isPresent() && isGood(saved.get())) {
                return download(saved.get(), null);
            }
            close(saved);
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var address = addresses.of(line, reference.providerId());
            var response = http.get(address.url(), from, token)
                    .orElseThrow(() -> new MediaUnavailable("its address may not be called", false));
            if (isGood(response)) {
                return download(response, address);
            }
            refuse(response);
        }
        throw new MediaUnavailable("its address is dead each time", false);
    }

    private static boolean isGood(ClassicHttpResponse response) {
        return response.getCode() == OK || response.getCode() == PARTIAL;
    }

    /** Returns if a new address may help. */
    private static void refuse(ClassicHttpResponse response) throws IOException, MediaUnavailable {
        int status = response.getCode();
        response.close();
        if (status == RANGE_REFUSED) {
            throw new MediaUnavailable("it is shorter than what is here of it", false);
        }
        if (status / 100 != 4) {
            throw new IOException("HTTP " + status);
        }
    }

    private static Download download(ClassicHttpResponse response, MediaAddress.@Nullable Found address)
            throws IOException {
        long length = number(header(response, "Content-Length").orElse(""));
        var type = header(response, "Content-Type").orElse(null);
        var hash = address == null ? null : address.sha256();
        if (response.getCode() == OK) {
            return new Download(new OpenResponse(response), 0, length, type, hash);
        }
        var range = RANGE.matcher(header(response, "Content-Range").orElse(""));
        if (!range.matches()) {
            response.close();
            throw new IOException("a part without its place");
        }
        return new Download(
                new OpenResponse(response), Long.parseLong(range.group(1)), number(range.group(2)), type, hash);
    }

    private static Optional<String> header(ClassicHttpResponse response, String name) {
        return Optional.ofNullable(response.getFirstHeader(name)).map(header -> header.getValue());
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static void close(Optional<ClassicHttpResponse> response) throws IOException {
        if (response.isPresent()) {
            response.get().close();
        }
    }
}
