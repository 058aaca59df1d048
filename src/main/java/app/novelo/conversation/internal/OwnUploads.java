package app.novelo.conversation.internal;

import app.novelo.channel.ChannelMedia.Upload;
import app.novelo.channel.UploadedFiles;
import app.novelo.conversation.internal.MediaRows.StoredFile;
import app.novelo.media.MediaStore;
import app.novelo.platform.Caller;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What somebody has uploaded himself, or the company keeps, for channels that want to see it before it is sent. */
@Component
class OwnUploads implements UploadedFiles {

    private final MediaRows rows;
    private final MediaStore store;

    OwnUploads(MediaRows rows, MediaStore store) {
        this.rows = rows;
        this.store = store;
    }

    @Override
    public Optional<Upload> find(Caller caller, UUID id) {
        return rows.find(id)
                .filter(StoredFile::isReady)
                .filter(file -> file.kept() || caller.id().equals(file.owner()))
                .flatMap(file ->
                        store.find(id).map(path -> new Upload(path, String.valueOf(file.mimeType()), file.filename())));
    }
}
