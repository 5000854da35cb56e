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
import java.util.Random;
import org.jspecify.annotations.Nullable;

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

    /** What happens between the first compression and the second. */
    private enum Between {
        NOTHING,
        CUT,
        RESIZED
    }

    private final PhotoDecoder decoder = new PhotoDecoder(50_000_000, 40 << 20, 1600);
    private final List<BufferedImage> portraits = new ArrayList<>();
    private final Random random;
    private final PrintStream out;

    private SimulateCompressions(long seed, PrintStream out) {
        this.random = new Random(seed);
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        SimulateCompressions tool = new SimulateCompressions(Long.parseLong(arguments[0]), out);
        Path folder = Testdata.folder().orElseThrow();
        for (Path file : Testdata.pictures(folder, "portraits")) {
            tool.add(Files.readAllBytes(file));
        }
        tool.run();
    }

    private void add(byte[] file) {
        try {
            BufferedImage portrait = image(file);
            if (Math.min(portrait.getWidth(), portrait.getHeight()) >= LEAST_SIDE) {
                portraits.add(resized(portrait, 0.55 + 0.28 * random.nextDouble()));
            }
        } catch (UndecodableImageException e) {
            out.println("left out: " + e.reason());
        }
    }

    private void run() {
        out.println("portraits=" + portraits.size());
        out.println("second,first,between,found,right");
        for (int second : SECOND) {
            row(second, null, Between.NOTHING);
            row(second, 98, Between.CUT);
            for (int first : FIRST) {
                if (first <= second - 10) {
                    for (Between between : Between.values()) {
                        row(second, first, between);
                    }
                }
            }
        }
    }

    private void row(int second, @Nullable Integer first, Between between) {
        int found = 0;
        int right = 0;
        for (BufferedImage portrait : portraits) {
            BufferedImage before = first == null ? portrait : changed(image(saved(portrait, first)), between);
            DecodedPhoto photo = decoder.decode(PhotoImage.copyOf(saved(before, second)));
            int earlier = EarlierCompression.quality(new Picture(photo.width(), photo.height(), photo.rgb()), second);
            found += earlier < 100 ? 1 : 0;
            right += first != null && earlier < 100 && Math.abs(earlier - first) <= NEAR ? 1 : 0;
        }
        out.printf(Locale.ROOT, "%d,%s,%s,%d,%d%n", second, first == null ? "" : first, between, found, right);
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
