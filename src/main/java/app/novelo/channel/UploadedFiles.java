package app.novelo.channel;

import app.novelo.channel.ChannelMedia.Upload;
import app.novelo.platform.Caller;
import java.util.Optional;
import java.util.UUID;

/** Files that people have uploaded. Implemented above, by whoever keeps them. */
public interface UploadedFiles {

    /** @return empty if there is no such file that the caller may use */
    Optional<Upload> find(Caller caller, UUID id);
}
