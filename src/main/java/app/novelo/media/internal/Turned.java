package app.novelo.media.internal;

import java.awt.geom.AffineTransform;

/**
 * How a picture has to be turned to stand as it was seen: cameras write down how they were held, and turn nothing. In the
 * order of Exif's numbers, which begin at 1.
 */
enum Turned {
    NOT(false, 1, 0, 0, 1, 0, 0),
    MIRRORED(false, -1, 0, 0, 1, 1, 0),
    UPSIDE_DOWN(false, -1, 0, 0, -1, 1, 1),
    MIRRORED_UPSIDE_DOWN(false, 1, 0, 0, -1, 0, 1),
    MIRRORED_LEFT(true, 0, 1, 1, 0, 0, 0),
    RIGHT(true, 0, 1, -1, 0, 1, 0),
    MIRRORED_RIGHT(true, 0, -1, -1, 0, 1, 1),
    LEFT(true, 0, -1, 1, 0, 0, 1);

    private final boolean sideways;
    private final double[] matrix;

    /** @param matrix for a picture whose sides are 1, as of {@link AffineTransform#AffineTransform(double[])} */
    Turned(boolean sideways, double... matrix) {
        this.sideways = sideways;
        this.matrix = matrix;
    }

    static Turned ofExif(int number) {
        return number >= 1 && number <= values().length ? values()[number - 1] : NOT;
    }

    /** @return true if width and height change places */
    boolean isSideways() {
        return sideways;
    }

    /** @return what lays a picture of this size, turned, into the corner of the canvas */
    AffineTransform of(double width, double height) {
        var laid = AffineTransform.getScaleInstance(sideways ? height : width, sideways ? width : height);
        laid.concatenate(new AffineTransform(matrix));
        laid.scale(1 / width, 1 / height);
        return laid;
    }
}
