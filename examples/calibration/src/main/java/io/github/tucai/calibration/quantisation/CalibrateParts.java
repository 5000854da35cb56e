package io.github.tucai.calibration.quantisation;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.tucai.convert.GraphFolding;
import io.github.tucai.convert.Quantisation;
import io.github.tucai.convert.TfLiteModel;
import io.github.tucai.convert.TfLiteReader;
import io.github.tucai.convert.TfLiteToOnnx;
import io.github.tucai.imaging.internal.decode.DecodedPhoto;
import io.github.tucai.imaging.internal.decode.PhotoDecoder;
import io.github.tucai.imaging.internal.model.Networks;
import io.github.tucai.imaging.internal.pixel.Picture;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.portraits.Testdata;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Finds the ranges of values over which the parts network computes in eight bits, from photos that are not part of the
 * repository, and prints them as {@code imaging/src/main/convert/selfie_multiclass_256x256.txt} holds them.
 *
 * <p>{@code java … CalibrateParts [STEP]} looks at every so many of the portraits; tensors are those of the present file.
 */
public final class CalibrateParts {
    private static final String NETWORK = "selfie_multiclass_256x256";
    // As seen from this module.
    private static final Path IMAGING = Path.of("..", "..", "imaging");
    private static final Path RANGES = IMAGING.resolve("src/main/convert/" + NETWORK + ".txt");
    private static final int SIZE = 256;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final Map<Integer, Histogram> histograms = new TreeMap<>();

    private CalibrateParts(List<Integer> tensors) throws IOException, OrtException {
        TfLiteModel model = GraphFolding.fold(
                TfLiteReader.read(Files.readAllBytes(IMAGING.resolve("target/supplies/" + NETWORK + ".tflite"))));
        // Every tensor of interest as a result.
        TfLiteModel open = new TfLiteModel(model.tensors(), model.operators(), model.inputs(), tensors);
        session = environment.createSession(TfLiteToOnnx.convert(open, NETWORK));
        tensors.forEach(tensor -> histograms.put(tensor, new Histogram()));
    }

    public static void main(String[] arguments) throws IOException, OrtException {
        int step = arguments.length == 0 ? 1 : Integer.parseInt(arguments[0]);
        List<Integer> tensors = new ArrayList<>();
        for (String line : Files.readAllLines(RANGES)) {
            if (!line.startsWith("#")) {
                tensors.add(Integer.valueOf(line.split(" ", -1)[0]));
            }
        }
        CalibrateParts calibration = new CalibrateParts(tensors);
        List<float[]> crops = crops(step);
        for (float[] crop : crops) {
            calibration.run(crop, Histogram::widen);
        }
        for (float[] crop : crops) {
            calibration.run(crop, Histogram::count);
        }
        calibration.histograms.forEach((tensor, histogram) -> {
            Quantisation.Range range = histogram.best();
            System.out.printf(Locale.ROOT, "%d %.4g %.4g%n", tensor, range.low(), range.high());
        });
    }

    /** What the network is given of each photo. */
    private static List<float[]> crops(int step) throws IOException {
        Path folder = Testdata.folder().orElseThrow(() -> new IllegalStateException("say -Dtucai.testdata"));
        PhotoDecoder decoder = PhotoDecoder.reducingTo(1600);
        List<Path> files = Testdata.pictures(folder, "portraits");
        List<float[]> crops = new ArrayList<>();
        for (int i = 0; i < files.size(); i += step) {
            DecodedPhoto photo = decoder.decode(PhotoImage.copyOf(Files.readAllBytes(files.get(i))));
            Picture picture = new Picture(photo.width(), photo.height(), photo.rgb());
            Networks.shared()
                    .faces(picture)
                    .main()
                    .ifPresent(face -> crops.add(Networks.shared()
                            .segmenters()
                            .parts(picture, face.detected())
                            .rgb()));
        }
        return crops;
    }

    @FunctionalInterface
    private interface Look {
        void at(Histogram histogram, FloatBuffer values);
    }

    private void run(float[] crop, Look look) throws OrtException {
        String input = session.getInputNames().iterator().next();
        try (OnnxTensor picture =
                        OnnxTensor.createTensor(environment, FloatBuffer.wrap(crop), new long[] {1, SIZE, SIZE, 3});
                OrtSession.Result result = session.run(Map.of(input, picture))) {
            for (Map.Entry<String, ?> entry : result) {
                int tensor = Integer.parseInt(entry.getKey().substring(1));
                look.at(
                        Objects.requireNonNull(histograms.get(tensor)),
                        ((OnnxTensor) entry.getValue()).getFloatBuffer());
            }
        }
    }

    /** How often a tensor takes which value. */
    private static final class Histogram {
        private static final int BINS = 4096;
        private static final int STEPS = 255;
        private static final double FINENESS = 0.05;

        private final long[] counts = new long[BINS];
        private float low;
        private float high;

        void widen(FloatBuffer values) {
            while (values.hasRemaining()) {
                float value = values.get();
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }

        void count(FloatBuffer values) {
            while (values.hasRemaining()) {
                counts[(int) Math.min(BINS - 1, (values.get() - low) / (high - low) * BINS)]++;
            }
        }

        /** The range with the least squared error: a narrower one has finer steps but cuts more off. */
        Quantisation.Range best() {
            Quantisation.Range best = new Quantisation.Range(low, high);
            for (double below = 1; below >= 0.3; below -= FINENESS) {
                for (double above = 1; above >= 0.3; above -= FINENESS) {
                    Quantisation.Range range = new Quantisation.Range((float) (low * below), (float) (high * above));
                    if (error(range) < error(best)) {
                        best = range;
                    }
                }
            }
            return best;
        }

        private double error(Quantisation.Range range) {
            double step = (range.high() - range.low()) / STEPS;
            double error = 0;
            for (int bin = 0; bin < BINS; bin++) {
                double value = low + (bin + 0.5) * (high - low) / BINS;
                double cut = Math.max(0, Math.max(range.low() - value, value - range.high()));
                error += counts[bin] * (cut > 0 ? cut * cut : step * step / 12);
            }
            return error;
        }
    }
}
