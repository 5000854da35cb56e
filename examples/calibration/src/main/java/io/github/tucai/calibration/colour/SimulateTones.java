package io.github.tucai.calibration.colour;

import io.github.tucai.calibration.MadePhoto;
import io.github.tucai.calibration.MeasuredRow;
import io.github.tucai.failure.UndecodableImageException;
import io.github.tucai.imaging.internal.decode.DecodedPhoto;
import io.github.tucai.imaging.internal.decode.PhotoDecoder;
import io.github.tucai.imaging.internal.model.Networks;
import io.github.tucai.imaging.internal.model.PersonMask;
import io.github.tucai.imaging.internal.pixel.Picture;
import io.github.tucai.imaging.internal.pixel.Tile;
import io.github.tucai.photo.MeasureId;
import io.github.tucai.photo.Measures;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.portraits.Jpeg;
import io.github.tucai.portraits.Testdata;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Puts the people of the test data before coloured walls, in every tone, and writes what is measured of them as CSV.
 *
 * <p>{@code java … SimulateTones PART out.csv}. The wall is chosen by the picture's place among the files.
 */
public final class SimulateTones {
    private static final int[] WALLS = {0x64C5FF, 0x2E8B57, 0xFFFFFF, 0xB03030, 0xE8D9B0};
    private static final float QUALITY = 0.8f;
    private static final List<MeasureId> TOLD =
            List.of(Measures.COLOUR_VARIETY, Measures.EYE_DISTANCE, Measures.SKIN_LUMINANCE);

    private SimulateTones() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Testdata.folder().orElseThrow();
        MeasuredRow row = new MeasuredRow(TOLD);
        try (PrintStream out =
                new PrintStream(Files.newOutputStream(Path.of(arguments[1])), false, StandardCharsets.UTF_8)) {
            out.println("source,kind,strength,variety,eyes,luminance");
            each(Testdata.pictures(folder, arguments[0]), made -> out.println(row.of(made)));
        }
    }

    /** Makes one of each tone of every picture that can be decoded. */
    public static void each(List<Path> files, Consumer<MadePhoto> taker) throws IOException {
        PhotoDecoder decoder = PhotoDecoder.standard();
        for (int i = 0; i < files.size(); i++) {
            String name = files.get(i).getFileName().toString();
            try {
                DecodedPhoto photo = decoder.decode(PhotoImage.copyOf(Files.readAllBytes(files.get(i))));
                Picture picture = new Picture(photo.width(), photo.height(), photo.rgb());
                PersonMask person = Networks.shared().segmenters().person(picture);
                for (Tone tone : Tone.values()) {
                    taker.accept(new MadePhoto(
                            name,
                            tone,
                            tone.isInColour() ? 0 : 1,
                            made(picture, person, tone, WALLS[i % WALLS.length])));
                }
            } catch (UndecodableImageException e) {
                System.err.println("left out: " + name + ", " + e.reason());
            }
        }
    }

    /**
     * One person before a wall, as a JPEG.
     *
     * @param wall {@code 0xRRGGBB}
     */
    static byte[] made(Picture picture, PersonMask person, Tone tone, int wall) {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                int toned = tone.of(picture.at(x, y), fromMiddle(x, picture.width()), fromMiddle(y, picture.height()));
                image.setRGB(x, y, mixed(toned, wall, share(person, x, y)));
            }
        }
        return Jpeg.bytes(image, QUALITY);
    }

    private static double fromMiddle(int place, int length) {
        return (2 * place + 1.0) / length - 1;
    }

    private static int mixed(int front, int behind, double share) {
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double value = share * (front >> shift & 255) + (1 - share) * (behind >> shift & 255);
            rgb = rgb << 8 | (int) Math.round(value);
        }
        return rgb;
    }

    /** How much of a pixel is person, between the pixels of the mask. */
    private static double share(PersonMask person, int x, int y) {
        double column = place((x - person.x(0)) / (person.x(1) - person.x(0)));
        double row = place((y - person.y(0)) / (person.y(1) - person.y(0)));
        int left = (int) column;
        int top = (int) row;
        double right = column - left;
        double down = row - top;
        return (person.at(left, top) * (1 - right) + person.at(left + 1, top) * right) * (1 - down)
                + (person.at(left, top + 1) * (1 - right) + person.at(left + 1, top + 1) * right) * down;
    }

    private static double place(double value) {
        return Math.max(0, Math.min(Tile.SIZE - 1 - 1e-6, value));
    }
}
