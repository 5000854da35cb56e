package io.github.tucai.calibration.compression;

import io.github.tucai.failure.UndecodableImageException;
import io.github.tucai.imaging.internal.decode.DecodedPhoto;
import io.github.tucai.imaging.internal.decode.PhotoDecoder;
import io.github.tucai.imaging.internal.forensic.EarlierCompression;
import io.github.tucai.imaging.internal.pixel.Picture;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.portraits.Images;
import io.github.tucai.portraits.Jpeg;
import io.github.tucai.portraits.Testdata;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Compresses the portraits of the test data once or twice and prints how many are found to have been compressed harder before.
 *
 * <p>{@code java … SimulateCompressions SEED}. Each is first made smaller, so that nothing is left of the compression it came
 * with; portraits of less than 450 pixels are left out.
 */
public final class SimulateCompressions {
    private static final int LEAST_SIDE = 450;
    private static final int[] FIRST = {30, 45, 55, 65, 75};
    private static final int[] SECOND = {70, 75, 80, 85, 90, 95};
    private static final int NEAR = 5;
    private static final int NONE = 100;

    /** What happens between the first compression and the second. */
    public enum Between {
        NOTHING,
        CUT,
        RESIZED
    }

    /**
     * What was found of all portraits that went one way.
     *
     * @param second quality of the last compression
     * @param first that of the one before; empty: there was none
     * @param between what happened between the two
     * @param earlier for each portrait the quality that it is found to have had before; 100: none was found
     */
    public record Row(int second, OptionalInt first, Between between, List<Integer> earlier) {
        public Row {
            earlier = List.copyOf(earlier);
        }

        /** How many are found to have been compressed harder before. */
        public long found() {
            return earlier.stream().filter(quality -> quality < NONE).count();
        }

        /** How many of them with nearly the quality that it was. */
        public long right() {
            return earlier.stream()
                    .filter(quality ->
                            quality < NONE && first.isPresent() && Math.abs(quality - first.getAsInt()) <= NEAR)
                    .count();
        }
    }

    private final PhotoDecoder decoder = PhotoDecoder.reducingTo(1600);
    private final List<BufferedImage> portraits = new ArrayList<>();
    private final Random random;

    private SimulateCompressions(long seed) {
        this.random = new Random(seed);
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path folder = Testdata.folder().orElseThrow();
        out.println("second,first,between,portraits,found,right");
        each(
                Testdata.pictures(folder, "portraits"),
                Long.parseLong(arguments[0]),
                row -> out.printf(
                        Locale.ROOT,
                        "%d,%s,%s,%d,%d,%d%n",
                        row.second(),
                        row.first().isPresent() ? row.first().getAsInt() : "",
                        row.between(),
                        row.earlier().size(),
                        row.found(),
                        row.right()));
    }

    /** Compresses all pictures that can be decoded and are large enough in every way, one after the other. */
    public static void each(List<Path> files, long seed, Consumer<Row> taker) throws IOException {
        SimulateCompressions tool = new SimulateCompressions(seed);
        for (Path file : files) {
            tool.add(Files.readAllBytes(file));
        }
        tool.run(taker);
    }

    private void add(byte[] file) {
        try {
            BufferedImage portrait = image(file);
            if (Math.min(portrait.getWidth(), portrait.getHeight()) >= LEAST_SIDE) {
                portraits.add(resized(portrait, 0.55 + 0.28 * random.nextDouble()));
            }
        } catch (UndecodableImageException e) {
            System.err.println("left out: " + e.reason());
        }
    }

    private void run(Consumer<Row> taker) {
        for (int second : SECOND) {
            taker.accept(row(second, OptionalInt.empty(), Between.NOTHING));
            taker.accept(row(second, OptionalInt.of(98), Between.CUT));
            for (int first : FIRST) {
                if (first <= second - 10) {
                    for (Between between : Between.values()) {
                        taker.accept(row(second, OptionalInt.of(first), between));
                    }
                }
            }
        }
    }

    private Row row(int second, OptionalInt first, Between between) {
        List<Integer> earlier = new ArrayList<>();
        for (BufferedImage portrait : portraits) {
            BufferedImage before =
                    first.isEmpty() ? portrait : changed(image(saved(portrait, first.getAsInt())), between);
            DecodedPhoto photo = decoder.decode(PhotoImage.copyOf(saved(before, second)));
            earlier.add(EarlierCompression.quality(new Picture(photo.width(), photo.height(), photo.rgb()), second));
        }
        return new Row(second, first, between, earlier);
    }

    private BufferedImage changed(BufferedImage image, Between between) {
        int left = random.nextInt(8);
        int top = random.nextInt(8);
        return switch (between) {
            case NOTHING -> image;
            case CUT -> image.getSubimage(left, top, image.getWidth() - left, image.getHeight() - top);
            case RESIZED -> resized(image, 0.8);
        };
    }

    private static byte[] saved(BufferedImage image, int quality) {
        return Jpeg.bytes(image, quality / 100f);
    }

    private BufferedImage image(byte[] file) {
        DecodedPhoto photo = decoder.decode(PhotoImage.copyOf(file));
        BufferedImage image = new BufferedImage(photo.width(), photo.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, photo.width(), photo.height(), photo.rgb(), 0, photo.width());
        return image;
    }

    private static BufferedImage resized(BufferedImage image, double factor) {
        int width = (int) (image.getWidth() * factor);
        int height = (int) (image.getHeight() * factor);
        return Images.resized(image, width, height);
    }
}
