package app.novelo.walks;

import app.novelo.support.Multipart;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import javax.imageio.ImageIO;

/** What a customer attaches on his phone. */
final class PhoneFiles {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String server;

    PhoneFiles(int port) {
        server = "http://127.0.0.1:" + port;
    }

    /** @return message of the Cloud API with a file that the phone holds */
    ObjectNode message(String phone, String kind, String filename, String type, byte[] bytes) {
        var form = Multipart.of(filename, type, bytes);
        var request = HttpRequest.newBuilder(URI.create(server + "/sandbox/phones/" + phone + "/media"))
                .header("Content-Type", form.contentType())
                .POST(HttpRequest.BodyPublishers.ofByteArray(form.bytes()))
                .build();
        try {
            var answer =
                    JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
            var message = JSON.createObjectNode().put("type", kind);
            message.putObject(kind).put("id", answer.path("id").asText());
            return message;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static ObjectNode json(String written) {
        try {
            return (ObjectNode) JSON.readTree(written);
        } catch (IOException e) {
            throw new IllegalArgumentException(written, e);
        }
    }

    static byte[] picture(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillOval(width / 4, height / 4, width / 2, height / 2);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }
}
