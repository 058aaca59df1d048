package app.novelo.media.internal;

import app.novelo.media.Pictures;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Small pictures by the JDK's decoders and TwelveMonkeys' of WebP. A few bytes may unfold into gigabytes: the size that a
 * picture claims is asked before anything is decoded, only every n-th pixel is kept, and one is decoded at a time.
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
            var webp = Webp.read(input);
            return webp == null ? decoded(id, file, input) : sticker(id, input, webp);
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

    private Optional<Size> decoded(UUID id, Path file, ImageInputStream input) throws IOException {
        var reader = reader(input);
        if (reader == null) {
            return Optional.empty();
        }
        try {
            reader.setInput(input, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            var turned = reader.getFormatName().equalsIgnoreCase("jpeg") ? ExifOrientation.of(file) : Turned.NOT;
            boolean small = (long) width * height <= MOST_PIXELS && thumbnail(id, reader, turned);
            return Optional.of(
                    turned.isSideways()
                            ? new Size(height, width, small, false)
                            : new Size(width, height, small, false));
        } finally {
            reader.dispose();
        }
    }

    private Optional<Size> sticker(UUID id, ImageInputStream input, Webp webp) throws IOException {
        return webp.width() == 0 ? Optional.empty() : Optional.of(size(id, input, webp));
    }

    private Size size(UUID id, ImageInputStream input, Webp webp) throws IOException {
        var reader = webp.decodable() ? reader(input) : null;
        if (reader == null) {
            return new Size(webp.width(), webp.height(), false, webp.animated());
        }
        try {
            reader.setInput(input, true, true);
            return new Size(webp.width(), webp.height(), thumbnail(id, reader, Turned.NOT), webp.animated());
        } finally {
            reader.dispose();
        }
    }

    private static @Nullable ImageReader reader(ImageInputStream input) throws IOException {
        input.seek(0);
        input.setByteOrder(ByteOrder.BIG_ENDIAN); // that of a stream nobody has read yet
        var readers = ImageIO.getImageReaders(input);
        return readers.hasNext() ? readers.next() : null;
    }

    private boolean thumbnail(UUID id, ImageReader reader, Turned turned) {
        try {
            var parameters = reader.getDefaultReadParam();
            int every = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / (2 * SIDE));
            parameters.setSourceSubsampling(every, every, 0, 0);
            write(id, scaled(reader.read(0, parameters), turned));
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.info("file {} has no small picture: {}", id, e.getClass().getSimpleName());
            return false;
        }
    }

    /** On white: JPEG knows no transparency. */
    private static BufferedImage scaled(BufferedImage picture, Turned turned) {
        double factor = Math.min(1, (double) SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * factor));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * factor));
        boolean sideways = turned.isSideways();
        var small = new BufferedImage(sideways ? height : width, sideways ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = small.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.transform(turned.of(width, height));
        canvas.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
        canvas.dispose();
        return small;
    }

    private void write(UUID id, BufferedImage small) throws IOException {
        var target = store.thumbnailPath(id);
        var draft = Files.createTempFile(
                target.getParent(), OldDrafts.SMALL, OldDrafts.ENDING, FolderStore.only("rw-------"));
        try (var out = Files.newOutputStream(draft)) {
            ImageIO.write(small, "jpeg", out);
        }
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
