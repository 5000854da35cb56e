package io.github.tucai.calibration.retouch;

import io.github.tucai.calibration.MadePhoto;
import io.github.tucai.calibration.MeasuredRow;
import io.github.tucai.failure.UndecodableImageException;
import io.github.tucai.imaging.internal.decode.DecodedPhoto;
import io.github.tucai.imaging.internal.decode.PhotoDecoder;
import io.github.tucai.imaging.internal.measure.Face;
import io.github.tucai.imaging.internal.model.FoundFace;
import io.github.tucai.imaging.internal.model.Networks;
import io.github.tucai.imaging.internal.pixel.Picture;
import io.github.tucai.photo.MeasureId;
import io.github.tucai.photo.Measures;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.portraits.Testdata;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Retouches the portraits of the test data and writes what is measured of them, and of controls that went the same way without
 * retouching, as CSV.
 *
 * <p>{@code java … SimulateRetouching PATTERN SEED out.csv}: of the portraits whose name matches the pattern, one of each kind.
 * They are made smaller first, to eyes 80 to 140 pixels apart; smaller ones are left out. Every picture is made from its place
 * among the files and the seed, 0 to 999, alone.
 */
public final class SimulateRetouching {
    private static final double LEAST_DISTANCE = 80;
    private static final double MOST_DISTANCE = 140;
    private static final int LONG_SIDE = 1600;
    private static final List<MeasureId> TOLD = List.of(
            Measures.RETOUCH,
            Measures.RETOUCH_SKIN_TEXTURE,
            Measures.RETOUCH_IRIS,
            Measures.RETOUCH_PALLOR,
            Measures.SHARPNESS,
            Measures.SKIN_OVEREXPOSED);

    private SimulateRetouching() {}

    public static void main(String[] arguments) throws IOException {
        int seed = Integer.parseInt(arguments[1]);
        List<Path> files = Testdata.pictures(Testdata.folder().orElseThrow(), "portraits");
        MeasuredRow row = new MeasuredRow(TOLD);
        try (PrintStream out =
                new PrintStream(Files.newOutputStream(Path.of(arguments[2])), false, StandardCharsets.UTF_8)) {
            out.println("source,kind,strength,evidence,texture,iris,pallor,sharpness,overexposed");
            each(files, file -> file.getFileName().toString().matches(arguments[0]), seed, made -> {
                out.println(row.of(made));
                out.flush();
            });
        }
    }

    /**
     * Makes one of each kind of every portrait that is large enough.
     *
     * @param files the place among them goes into the seed
     * @param which of them are taken
     * @param seed 0 to 999
     */
    public static void each(List<Path> files, Predicate<Path> which, int seed, Consumer<MadePhoto> taker)
            throws IOException {
        for (int i = 0; i < files.size(); i++) {
            Path file = files.get(i);
            if (which.test(file)) {
                all(file.getFileName().toString(), Files.readAllBytes(file), 1000L * i + seed, taker);
            }
        }
    }

    private static void all(String name, byte[] file, long seed, Consumer<MadePhoto> taker) {
        Face face;
        try {
            face = face(file, LONG_SIDE);
            double distance = LEAST_DISTANCE + (MOST_DISTANCE - LEAST_DISTANCE) * new Random(seed).nextDouble();
            double factor = distance / face.frame().unit();
            int side = Math.max(face.picture().width(), face.picture().height());
            if (factor > 0.9 && face.frame().unit() * 0.9 < LEAST_DISTANCE) {
                return;
            }
            face = face(file, (int) (Math.min(0.9, factor) * side));
        } catch (UndecodableImageException | IllegalArgumentException e) {
            return;
        }
        for (Retouch.Kind kind : Retouch.Kind.values()) {
            Retouch made = Retouch.of(face, kind, seed);
            taker.accept(new MadePhoto(name, kind, made.strength(), made.jpeg()));
        }
    }

    private static Face face(byte[] file, int longSide) {
        DecodedPhoto photo = PhotoDecoder.reducingTo(longSide).decode(PhotoImage.copyOf(file));
        Picture picture = new Picture(photo.width(), photo.height(), photo.rgb());
        return Networks.shared()
                .faces(picture)
                .main()
                .map(FoundFace::landmarks)
                .map(landmarks -> new Face(picture, landmarks))
                .orElseThrow(() -> new IllegalArgumentException("no face"));
    }
}
