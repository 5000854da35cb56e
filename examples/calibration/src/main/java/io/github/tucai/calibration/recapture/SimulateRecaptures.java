package io.github.tucai.calibration.recapture;

import io.github.tucai.calibration.MadePhoto;
import io.github.tucai.calibration.MeasuredRow;
import io.github.tucai.photo.MeasureId;
import io.github.tucai.photo.Measures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * Makes recaptures and controls of every genuine picture in a folder and writes what is measured of them as CSV.
 *
 * <p>{@code java … SimulateRecaptures FOLDER PATTERN SEED out.csv [PICTURES]}: of the files whose name matches the pattern, one of
 * each kind; the pictures are kept where the last argument says. Every picture is made from its place among the files and the
 * seed, 0 to 999, alone.
 */
public final class SimulateRecaptures {
    private static final int LEAST_SIDE = 400;
    private static final List<MeasureId> TOLD =
            List.of(Measures.RECAPTURE, Measures.RECAPTURE_MOIRE, Measures.RECAPTURE_BORDER, Measures.SHARPNESS);

    private SimulateRecaptures() {}

    public static void main(String[] arguments) throws IOException {
        int seed = Integer.parseInt(arguments[2]);
        Path kept = arguments.length > 4 ? Path.of(arguments[4]) : null;
        MeasuredRow row = new MeasuredRow(TOLD);
        try (PrintStream out =
                new PrintStream(Files.newOutputStream(Path.of(arguments[3])), false, StandardCharsets.UTF_8)) {
            out.println("source,kind,strength,evidence,moire,border,sharpness");
            each(files(Path.of(arguments[0]), arguments[1]), seed, made -> {
                keep(made, kept);
                out.println(row.of(made));
                out.flush();
            });
        }
    }

    /**
     * Makes one of each kind of every picture that is large enough.
     *
     * @param files the place among them goes into the seed
     * @param seed 0 to 999
     */
    public static void each(List<Path> files, int seed, Consumer<MadePhoto> taker) throws IOException {
        for (int i = 0; i < files.size(); i++) {
            BufferedImage genuine = ImageIO.read(files.get(i).toFile());
            if (genuine != null && Math.min(genuine.getWidth(), genuine.getHeight()) >= LEAST_SIDE) {
                all(files.get(i).getFileName().toString(), genuine, 1000L * i + seed, taker);
            }
        }
    }

    private static List<Path> files(Path folder, String pattern) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(pattern))
                    .sorted()
                    .toList();
        }
    }

    private static void all(String name, BufferedImage genuine, long seed, Consumer<MadePhoto> taker) {
        for (Recapture.Kind kind : Recapture.Kind.values()) {
            Recapture made = Recapture.of(genuine, kind, seed);
            taker.accept(new MadePhoto(name, kind, made.strength(), made.jpeg()));
        }
    }

    private static void keep(MadePhoto made, @Nullable Path kept) {
        if (kept == null) {
            return;
        }
        try {
            Files.write(kept.resolve(made.source() + "." + made.kind() + ".jpg"), made.jpeg());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
