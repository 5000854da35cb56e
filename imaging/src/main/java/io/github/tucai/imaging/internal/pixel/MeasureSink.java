package io.github.tucai.imaging.internal.pixel;

import io.github.tucai.photo.Measure;
import io.github.tucai.photo.MeasureId;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.Measures;
import io.github.tucai.photo.Region;
import org.jspecify.annotations.Nullable;

/** Takes measures of the picture that was looked at and tells them for the full picture. */
public final class MeasureSink {
    private final Measurements.Builder measurements;
    private final double scale;
    private final @Nullable Picture turned;

    /**
     * A sink for one picture.
     *
     * @param scale pixels looked at per pixel of the full picture, 1 or less
     */
    public MeasureSink(Measurements.Builder measurements, double scale) {
        this(measurements, scale, null);
    }

    private MeasureSink(Measurements.Builder measurements, double scale, @Nullable Picture turned) {
        this.measurements = measurements;
        this.scale = scale;
        this.turned = turned;
    }

    /** One for measures of the picture turned by half a turn: places are told as they lie in the picture itself. */
    public MeasureSink turned(Picture picture) {
        return new MeasureSink(measurements, scale, picture);
    }

    public void add(MeasureId id, double value) {
        add(id, value, null, 1);
    }

    /** Adds a measure of the catalogue; a value that is not finite could not be measured and is left out. */
    public void add(MeasureId id, double value, @Nullable Box box, double confidence) {
        if (!Double.isFinite(value)) {
            return;
        }
        Measures.Definition definition = Measures.definition(id)
                .orElseThrow(() -> new IllegalArgumentException(id + " is not in the catalogue of measures"));
        double full = definition.unit().equals("px") ? value / scale : value;
        double held = Math.max(definition.least(), Math.min(definition.most(), full));
        measurements.add(new Measure(id, held, definition.unit(), region(box), Math.max(0, Math.min(1, confidence))));
    }

    private @Nullable Region region(@Nullable Box found) {
        if (found == null) {
            return null;
        }
        Box box = turned == null
                ? found
                : new Box(
                        turned.width() - found.right(),
                        turned.height() - found.bottom(),
                        turned.width() - found.left(),
                        turned.height() - found.top());
        int left = (int) Math.floor(box.left() / scale);
        int top = (int) Math.floor(box.top() / scale);
        int right = (int) Math.ceil(box.right() / scale);
        int bottom = (int) Math.ceil(box.bottom() / scale);
        return new Region(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }
}
