package app.novelo.media.internal;

import app.novelo.media.Pictures;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Small pictures by the JDK's own decoders of JPEG, PNG, GIF and BMP. A few bytes may unfold into gigabytes: the size that
 * a picture claims is asked before anything is decoded, only every n-th pixel is kept, and one is decoded at a time.
 */
@Component
class SmallPictures implements Pictures {

    private static final Logger LOG = LoggerFactory.getLogger(SmallPictures.class);

    /** More than any phone takes; progressive JPEG needs six bytes for each. */
    private static final long MOST_PIXELS = 40_000_000;

    /** Longer side of a small picture, pixels: a bubble of the thread on a dense screen. */
    private static final int SIDE = 480;

    private final FolderStore store;
    private final Semaphore one = new Semaphore(1);

    SmallPictures(FolderStore store) {
        this.store = store;
        ImageIO.setUseCache(false); // it would write strangers' files to the temporary folder
    }

    @Override
    public Optional<Size> look(UUID id, Path file) {
        one.acquireUninterruptibly();
        try (var input = new FileImageInputStream(file.toFile())) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return Optional.of(look(id, reader));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) { // decoders of hostile files throw anything
            LOG.info(
                    "file {} is no picture that can be read: {}",
                    id,
                    e.getClass().getSimpleName());
            return Optional.empty();
        } finally {
            one.release();
        }
    }

    private Size look(UUID id, ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        boolean small = (long) width * height <= MOST_PIXELS && thumbnail(id, reader, Math.max(width, height));
        return new Size(width, height, small);
    }

    private boolean thumbnail(UUID id, ImageReader reader, int longer) throws IOException {
        try {
            var parameters = reader.getDefaultReadParam();
            int every = Math.max(1, longer / (2 * SIDE));
            parameters.setSourceSubsampling(every, every, 0, 0);
            write(id, scaled(reader.read(0, parameters)));
            return true;
        } catch (RuntimeException e) {
            LOG.info("file {} has no small picture: {}", id, e.getClass().getSimpleName());
            return false;
        }
    }

    /** On white: JPEG knows no transparency. */
    private static BufferedImage scaled(BufferedImage picture) {
        double factor = Math.min(1, (double) SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * factor));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * factor));
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = small.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
        canvas.dispose();
        return small;
    }

    private void write(UUID id, BufferedImage small) throws IOException {
        var target = store.thumbnailPath(id);
        var draft = Files.createTempFile(target.getParent(), "small-", ".part", FolderStore.only("rw-------"));
        try (var out = Files.newOutputStream(draft)) {
            ImageIO.write(small, "jpeg", out);
        }
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
