package io.github.tucai.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.tucai.imaging.Pictures;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.portraits.PortraitCache;
import io.github.tucai.portraits.spec.Dial;
import io.github.tucai.portraits.spec.PortraitSpec;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Photos as the registry wants them: drawn ones, and the folder's where {@code -Dtucai.testdata} names one. */
final class GoodPhotos {
    private static final PortraitCache DRAWN = PortraitCache.in(Path.of("target", "portraits"));
    // Drawn skin reflects more than real skin.
    private static final double EXPOSURE = 0.65;
    private static final List<String> YES =
            List.of("single_face", "frontal", "eyes_open", "mouth_closed", "ears_both_visible", "background_uniform");
    private static final List<String> NO = List.of(
            "tinted_glasses",
            "glare_on_glasses",
            "headgear",
            "hair_covers_eyebrow",
            "hair_covers_ear",
            "earrings",
            "necklace",
            "clothing_blue",
            "shadow_on_face",
            "monochrome",
            "low_resolution");
    /** More than twice what a product needs: made smaller by a fifth it still leaves room to crop. */
    private static final int DRAWN_WIDTH = 720;
    /** The analyzer reduces longer sides itself. */
    private static final int LONGEST_SIDE = 1280;

    private GoodPhotos() {}

    /**
     * A photo to vary.
     *
     * @param name of its file, or how it was drawn
     */
    record GoodPhoto(String name, BufferedImage picture) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<GoodPhoto> all() {
        List<GoodPhoto> photos = new ArrayList<>();
        Stream.of(9, 25).map(GoodPhotos::drawn).forEach(photos::add);
        String folder = System.getProperty("tucai.testdata", "");
        if (!folder.isEmpty()) {
            real(Path.of(folder)).forEach(photos::add);
        }
        return photos;
    }

    private static GoodPhoto drawn(int seed) {
        PortraitSpec person =
                PortraitSpec.registration(seed).with(Dial.EXPOSURE, EXPOSURE).sized(DRAWN_WIDTH, DRAWN_WIDTH * 4 / 3);
        return new GoodPhoto("drawn " + seed, DRAWN.get(person, 2).image());
    }

    private static List<GoodPhoto> real(Path folder) {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(folder.resolve("manifest.csv"))) {
            return rows.stream()
                    .filter(GoodPhotos::isGood)
                    .map(row -> read(folder.resolve(row.getField("file"))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isGood(NamedCsvRecord row) {
        return row.getField("kind").equals("portrait")
                && YES.stream().allMatch(label -> row.getField(label).equals("yes"))
                && NO.stream().allMatch(label -> row.getField(label).equals("no"))
                && Math.min(width(row), height(row) * 3 / 4) >= 480
                && !row.getField("file").contains("canada_")
                // No photo: what a network drew bears the grid it was drawn on, which resizing brings to light.
                && !row.getField("note").startsWith("AI generated");
    }

    private static int width(NamedCsvRecord row) {
        return Integer.parseInt(row.getField("width"));
    }

    private static int height(NamedCsvRecord row) {
        return Integer.parseInt(row.getField("height"));
    }

    private static GoodPhoto read(Path file) {
        try {
            BufferedImage picture = Pictures.upright(PhotoImage.copyOf(Files.readAllBytes(file)));
            double scale = (double) LONGEST_SIDE / Math.max(picture.getWidth(), picture.getHeight());
            return new GoodPhoto(file.getFileName().toString(), scale < 1 ? Variants.sized(picture, scale) : picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
