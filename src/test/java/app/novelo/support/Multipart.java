package app.novelo.support;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A form with files, written by hand: also such as no browser would send. */
public final class Multipart {

    private static final String BOUNDARY = "boundary-of-tests";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    public static Multipart of(String filename, String type, byte[] bytes) {
        return new Multipart().file("file", filename, type, bytes);
    }

    public Multipart file(String name, String filename, String type, byte[] bytes) {
        write("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                .formatted(BOUNDARY, name, filename, type));
        body.writeBytes(bytes);
        write("\r\n");
        return this;
    }

    public Multipart fields(Map<String, String> fields) {
        fields.forEach((name, value) -> write(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(BOUNDARY, name, value)));
        return this;
    }

    public String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    public byte[] bytes() {
        var all = new ByteArrayOutputStream();
        all.writeBytes(body.toByteArray());
        all.writeBytes("--%s--\r\n".formatted(BOUNDARY).getBytes(StandardCharsets.US_ASCII));
        return all.toByteArray();
    }

    private void write(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
