package io.github.tucai.check.internal;

import io.github.tucai.photo.FileFacts;
import io.github.tucai.photo.Measure;
import io.github.tucai.photo.MeasureId;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.Measures;
import io.github.tucai.photo.Region;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Measurements of photos that do not exist. */
public final class Photos {
    private Photos() {}

    public static final FileFacts FILE = file("jpeg", 300_000, 1200, 1600);

    /** A student before a grey wall who does everything right. */
    public static Map<MeasureId, Double> good() {
        Map<MeasureId, Double> values = new LinkedHashMap<>();
        Measures.all().forEach((id, definition) -> values.put(id, 0.0));
        values.put(Measures.COLOUR_VARIETY, 12.0);
        values.put(Measures.FACE_COUNT, 1.0);
        values.put(Measures.FACE_SCORE, 0.96);
        values.put(Measures.HEAD_TOP, 200.0);
        values.put(Measures.EYE_LINE, 620.0);
        values.put(Measures.CHIN_LINE, 900.0);
        values.put(Measures.FACE_WIDTH, 600.0);
        values.put(Measures.FACE_AXIS, 600.0);
        values.put(Measures.EYE_DISTANCE, 260.0);
        values.put(Measures.SHOULDER_EXTENT_LEFT, 2.2);
        values.put(Measures.SHOULDER_EXTENT_RIGHT, 2.2);
        values.put(Measures.SHOULDER_ROOM_LEFT, 2.3);
        values.put(Measures.SHOULDER_ROOM_RIGHT, 2.3);
        values.put(Measures.BELOW_CHIN, 2.5);
        values.put(Measures.EAR_SKIN_LEFT, 0.2);
        values.put(Measures.EAR_SKIN_RIGHT, 0.2);
        values.put(Measures.EYE_OPENING, 0.28);
        values.put(Measures.EYE_OPENING_BY_IRIS, 0.7);
        values.put(Measures.MOUTH_WIDTH, 0.8);
        values.put(Measures.FACE_PRESENCE, 1.0);
        values.put(Measures.CLOTHES_AREA, 5.0);
        values.put(Measures.CLOTHES_L, 20.0);
        values.put(Measures.SKIN_LUMINANCE, 0.5);
        values.put(Measures.SKIN_ENTROPY, 7.2);
        values.put(Measures.LIGHT_TEMPERATURE, 5500.0);
        values.put(Measures.BACKGROUND_AREA, 0.4);
        values.put(Measures.BACKGROUND_L, 94.5);
        values.put(Measures.SHARPNESS, 0.6);
        values.put(Measures.SPECTRUM_CUTOFF, 0.8);
        values.put(Measures.BLOCK_GRID, 1.0);
        values.put(Measures.BLOCKINESS, 1.0);
        values.put(Measures.EARLIER_QUALITY, 100.0);
        values.put(Measures.RETOUCH_SKIN_TEXTURE, 1.0);
        values.put(Measures.DUPLICATE_DISTANCE, 30.0);
        return values;
    }

    public static Measurements measured(FileFacts file, Map<MeasureId, Double> values) {
        Measurements.Builder builder = Measurements.builder("drawn", "1", file);
        values.forEach((id, value) -> {
            String unit = Measures.definition(id).map(Measures.Definition::unit).orElse("");
            builder.add(new Measure(id, value, unit, new Region(10, 20, 30, 40), 1));
        });
        return builder.build();
    }

    public static Measurements goodBut(MeasureId id, double value) {
        Map<MeasureId, Double> values = good();
        values.put(id, value);
        return measured(FILE, values);
    }

    static FileFacts file(String format, int bytes, int width, int height) {
        return FileFacts.builder(format, bytes, width, height)
                .densityDpi(OptionalInt.of(300))
                .jpegQuality(format.equals("jpeg") ? OptionalInt.of(90) : OptionalInt.empty())
                .build();
    }
}
