package app.novelo.channel.whatsapp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;

/** The body of a response; closing it breaks the connection instead of reading what is left. */
class OpenResponse extends FilterInputStream {

    private final ClassicHttpResponse response;

    OpenResponse(ClassicHttpResponse response) throws IOException {
        super(
                response.getEntity() == null
                        ? InputStream.nullInputStream()
                        : response.getEntity().getContent());
        this.response = response;
    }

    @Override
    public void close() throws IOException {
        response.close();
    }
}
