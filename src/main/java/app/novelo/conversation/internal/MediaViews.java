package app.novelo.conversation.internal;

import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One file as the API shows it. */
@Component
class MediaViews {

    private final JdbcClient jdbc;
    private final ContentJson json;

    MediaViews(JdbcClient jdbc, ContentJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    MediaView of(UUID id) {
        var row = jdbc.sql("select row_to_json(f) from conversation.media f where f.id = ?")
                .param(id)
                .query(String.class)
                .single();
        return Objects.requireNonNull(MediaView.of(json.tree(row)));
    }
}
