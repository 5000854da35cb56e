package io.github.tucai.imaging.internal;

import io.github.tucai.imaging.internal.decode.DecodedPhoto;
import io.github.tucai.imaging.internal.decode.PhotoDecoder;
import io.github.tucai.imaging.internal.forensic.EarlierCompression;
import io.github.tucai.imaging.internal.forensic.PictureHashing;
import io.github.tucai.imaging.internal.measure.PhotoMeasurer;
import io.github.tucai.imaging.internal.model.Networks;
import io.github.tucai.imaging.internal.model.OnnxRuntime;
import io.github.tucai.imaging.internal.pixel.Picture;
import io.github.tucai.photo.AnalysisMode;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.spi.ImageAnalyzer;
import java.time.Duration;

/**
 * The default analyzer: MediaPipe's networks on ONNX Runtime, and classical measures of light, colour and sharpness.
 *
 * <p>All instances share one copy of the networks, which is loaded on first use. The largest of them computes partly in
 * eight bits, unless the system property {@code tucai.imaging.precision} is {@code precise} or the processor overflows in
 * eight bits; the digests in the results say which was used.
 */
public final class OnnxImageAnalyzer implements ImageAnalyzer {
    // More pixels show nothing that these measures could tell; fewer would hide noise and traces of compression.
    private static final int LONG_SIDE = 1600;

    private final PhotoDecoder decoder = PhotoDecoder.reducingTo(LONG_SIDE);

    /** Made by {@link java.util.ServiceLoader}; loads nothing yet. */
    public OnnxImageAnalyzer() {}

    @Override
    public String id() {
        return "onnx";
    }

    @Override
    public boolean isAvailable() {
        return OnnxRuntime.isAvailable();
    }

    @Override
    public Measurements analyze(PhotoImage image, AnalysisMode mode) {
        long start = System.nanoTime();
        DecodedPhoto photo = decoder.decode(image);
        Networks networks = Networks.shared();
        long decoded = System.nanoTime();
        Measurements.Builder measurements = Measurements.builder(id(), Networks.version(), photo.facts());
        networks.digests().forEach(measurements::model);
        Picture picture = new Picture(photo.width(), photo.height(), photo.rgb());
        if (mode == AnalysisMode.FULL) {
            measurements.hash(PictureHashing.of(picture));
            EarlierCompression.measure(photo, picture, measurements);
        }
        new PhotoMeasurer(networks).measure(picture, photo.scale(), mode, measurements);
        return measurements
                .took(Duration.ofNanos(decoded - start), Duration.ofNanos(System.nanoTime() - decoded))
                .build();
    }
}
