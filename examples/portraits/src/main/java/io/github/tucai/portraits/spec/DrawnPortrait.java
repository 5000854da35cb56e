package io.github.tucai.portraits.spec;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Objects;

/** A drawn picture and the truth about it. Immutable; pictures and arrays are handed out as copies. */
public final class DrawnPortrait {
    private static final int LANDMARKS = 478;

    private final PortraitSpec spec;
    private final int[] pixels;
    private final List<Landmark> landmarks;
    private final byte[] classes;

    /**
     * Joins a picture with its truth; the arrays are copied.
     *
     * @param pixels 0xRRGGBB in sRGB, row by row
     * @param landmarks 478 points in MediaPipe's order, the irises last
     * @param classes {@link PixelClass} codes, row by row
     */
    public DrawnPortrait(PortraitSpec spec, int[] pixels, List<Landmark> landmarks, byte[] classes) {
        int size = spec.width() * spec.height();
        if (pixels.length != size || classes.length != size) {
            throw new IllegalArgumentException("pixels and classes must have " + size + " entries each, got "
                    + pixels.length + " and " + classes.length);
        }
        if (landmarks.size() != LANDMARKS) {
            throw new IllegalArgumentException("landmarks must be " + LANDMARKS + ", got " + landmarks.size());
        }
        int classCount = PixelClass.values().length;
        for (byte code : classes) {
            Objects.checkIndex(code, classCount);
        }
        this.spec = spec;
        this.pixels = pixels.clone();
        this.landmarks = List.copyOf(landmarks);
        this.classes = classes.clone();
    }

    public PortraitSpec spec() {
        return spec;
    }

    public int width() {
        return spec.width();
    }

    public int height() {
        return spec.height();
    }

    /** A fresh picture of type {@link BufferedImage#TYPE_INT_RGB}, in sRGB. */
    public BufferedImage image() {
        BufferedImage image = new BufferedImage(width(), height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width(), height(), pixels, 0, width());
        return image;
    }

    /** 0xRRGGBB, row by row. */
    public int[] pixels() {
        return pixels.clone();
    }

    /** 478 points in MediaPipe's order: 468 of the face, then centre and four edge points of the right and left iris. */
    public List<Landmark> landmarks() {
        return landmarks;
    }

    /** The point of that number in MediaPipe's face mesh. */
    public Landmark landmark(int number) {
        return landmarks.get(number);
    }

    /** What a pixel shows. */
    public PixelClass classAt(int x, int y) {
        Objects.checkIndex(x, width());
        Objects.checkIndex(y, height());
        return PixelClass.of(classes[y * width() + x]);
    }

    /** {@link PixelClass} codes, row by row. */
    public byte[] classes() {
        return classes.clone();
    }

    /** How much of the picture shows this class, 0 to 1. */
    public double shareOf(PixelClass wanted) {
        int count = 0;
        for (byte code : classes) {
            count += code == wanted.code() ? 1 : 0;
        }
        return (double) count / classes.length;
    }
}
