package io.github.tucai.benchmarks;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.portraits.Jpeg;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/**
 * A picture of QR symbols as students send them, drawn with one difficulty by a random generator: the same seed gives the same
 * picture.
 *
 * @param kind its difficulty
 * @param texts what its symbols say
 * @param encoded the file, PNG or JPEG
 */
record DrawnCode(Kind kind, List<String> texts, PhotoImage encoded) {
    enum Kind {
        TURNED,
        PERSPECTIVE,
        BLURRED,
        NOISY,
        COMPRESSED,
        SHADOW,
        GLARE,
        BENT,
        DAMAGED,
        SMALL_AVERAGED,
        SMALL_SKIPPED,
        INVERTED,
        PALE,
        SEVERAL,
        MIXED
    }

    private static final int SUPERSAMPLED = 3;
    private static final int QUIET = 4;

    static DrawnCode draw(Kind kind, long seed) {
        return new Painter(kind, new Random(seed * 31 + kind.name().hashCode())).draw();
    }

    /** Draws one picture; its fields are what was drawn by lot. */
    private static final class Painter {
        private final Kind kind;
        private final Random random;
        private final List<String> texts;
        private final List<ByteMatrix> symbols;
        private final int width;
        private final int height;
        private final double modulePx;
        private final double turn;
        private final double tilt;
        private final double tiltDirection;
        private final double bend;
        private final double bendPhase;
        private final double bendLength;

        Painter(Kind kind, Random random) {
            this.kind = kind;
            this.random = random;
            int count = kind == Kind.SEVERAL ? 4 : 1;
            this.texts = IntStream.range(0, count).mapToObj(i -> text()).toList();
            this.symbols = texts.stream().map(this::symbol).toList();
            boolean isSmall = kind == Kind.SMALL_AVERAGED || kind == Kind.SMALL_SKIPPED;
            this.modulePx = isSmall ? 1.3 : between(3, 7);
            this.turn = isSmall ? 0 : kind == Kind.TURNED ? between(0, 2 * Math.PI) : between(-0.2, 0.2);
            this.tilt = is(Kind.PERSPECTIVE) ? between(0.2, 0.5) : 0;
            this.tiltDirection = between(0, 2 * Math.PI);
            this.bend = is(Kind.BENT) ? between(0.4, 1.6) : 0;
            this.bendPhase = between(0, 2 * Math.PI);
            this.bendLength = between(25, 60);
            int cells = count == 1 ? 1 : 2;
            int largest = symbols.stream().mapToInt(ByteMatrix::getWidth).max().orElseThrow() + 2 * QUIET;
            int side = (int) Math.ceil(largest * modulePx * (isSmall ? 1.1 : 1.35)) * cells;
            this.width = side + (isSmall ? 20 : 60);
            this.height = side + (isSmall ? 10 : 20);
        }

        private boolean is(Kind difficulty) {
            return kind == difficulty || (kind == Kind.MIXED && random.nextInt(4) == 0);
        }

        private double between(double least, double most) {
            return least + random.nextDouble() * (most - least);
        }

        /** The length of collection codes and of short web addresses, by turns. */
        private String text() {
            int length = random.nextBoolean() ? 12 + random.nextInt(60) : 150 + random.nextInt(200);
            return random.ints(length, 0, 32)
                    .mapToObj("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"::charAt)
                    .map(String::valueOf)
                    .collect(Collectors.joining("", "TC1:", ""));
        }

        private ByteMatrix symbol(String text) {
            try {
                return Encoder.encode(text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                        .getMatrix();
            } catch (WriterException e) {
                throw new IllegalStateException("the text fits any symbol of version 20", e);
            }
        }

        DrawnCode draw() {
            double[] light = kind == Kind.SMALL_SKIPPED ? sampled(1) : sampled(SUPERSAMPLED);
            if (is(Kind.DAMAGED)) {
                damage(light);
            }
            if (is(Kind.SHADOW)) {
                shade(light);
            }
            if (is(Kind.PALE)) {
                double black = between(60, 170);
                double white = black + between(18, 40);
                change(light, value -> black + value / 255 * (white - black));
            }
            if (is(Kind.BLURRED)) {
                blur(light, between(0.45, 0.8) * modulePx);
            }
            if (is(Kind.GLARE)) {
                glare(light);
            }
            double noise = is(Kind.NOISY) ? between(15, 45) : isDrawnClean() ? 0 : 2;
            change(light, value -> value + noise * random.nextGaussian());
            if (is(Kind.INVERTED)) {
                change(light, value -> 255 - value);
            }
            return new DrawnCode(kind, texts, PhotoImage.copyOf(encoded(light)));
        }

        private boolean isDrawnClean() {
            return kind == Kind.SMALL_AVERAGED || kind == Kind.SMALL_SKIPPED;
        }

        private byte[] encoded(double[] light) {
            BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            for (int i = 0; i < light.length; i++) {
                int grey = (int) Math.round(Math.max(0, Math.min(255, light[i])));
                picture.setRGB(i % width, i / width, grey << 16 | grey << 8 | grey);
            }
            if (isDrawnClean()) {
                return png(picture);
            }
            return Jpeg.bytes(picture, is(Kind.COMPRESSED) ? (float) between(0.03, 0.15) : 0.85f);
        }

        private double[] sampled(int fineness) {
            double[] light = new double[width * height];
            for (int i = 0; i < light.length; i++) {
                double sum = 0;
                for (int part = 0; part < fineness * fineness; part++) {
                    double x = i % width + (part % fineness + 0.5) / fineness;
                    double y = Math.floorDiv(i, width) + (Math.floorDiv(part, fineness) + 0.5) / fineness;
                    sum += at(x, y);
                }
                light[i] = sum / (fineness * fineness);
            }
            return light;
        }

        /** What lies at a place of the picture: a module, paper, or the wall behind it. */
        private double at(double x, double y) {
            int cells = symbols.size() == 1 ? 1 : 2;
            int cell = (int) Math.min(cells - 1, x * cells / width)
                    + cells * (int) Math.min(cells - 1, y * cells / height);
            ByteMatrix symbol = symbols.get(Math.min(cell, symbols.size() - 1));
            double fromCentreX = x - width * (cell % cells + 0.5) / cells;
            double fromCentreY = y - height * (Math.floorDiv(cell, cells) + 0.5) / cells;
            double across = (fromCentreX * Math.cos(turn) + fromCentreY * Math.sin(turn)) / modulePx;
            double down = (fromCentreY * Math.cos(turn) - fromCentreX * Math.sin(turn)) / modulePx;
            int side = symbol.getWidth();
            double along = (across * Math.cos(tiltDirection) + down * Math.sin(tiltDirection)) / side;
            double near = 1 / (1 - tilt * along);
            double column = side / 2.0 + across * near + bend * Math.sin(bendPhase + down / bendLength * 2 * Math.PI);
            double row = side / 2.0 + down * near + bend * Math.sin(bendPhase + across / bendLength * 2 * Math.PI);
            if (column >= 0 && row >= 0 && column < side && row < side) {
                return symbol.get((int) column, (int) row) == 1 ? 20 : 235;
            }
            boolean isPaper = column >= -QUIET && row >= -QUIET && column < side + QUIET && row < side + QUIET;
            return isPaper ? 235 : 120 + 40 * Math.sin(x / 17) * Math.cos(y / 23);
        }

        /** Scratches and a torn place, none on the finder patterns: those have no redundancy. */
        private void damage(double[] light) {
            double side = symbols.get(0).getWidth() * modulePx;
            for (int scratch = 0; scratch < 3; scratch++) {
                double angle = between(0, Math.PI);
                double offset = between(-0.2, 0.2) * side;
                double thick = between(0.3, 0.9) * modulePx;
                paint(
                        light,
                        20 + 215 * (scratch % 2),
                        (x, y) -> Math.hypot(x, y) < 0.28 * side
                                && Math.abs(x * Math.cos(angle) + y * Math.sin(angle) - offset) < thick);
            }
            double radius = between(0.08, 0.14) * side;
            double left = between(-0.1, 0.3) * side;
            double top = between(-0.1, 0.3) * side;
            paint(light, 235, (x, y) -> Math.hypot(x - left, y - top) < radius);
        }

        private void shade(double[] light) {
            double angle = between(0, 2 * Math.PI);
            double dark = between(0.15, 0.4);
            double soft = between(1, 60);
            for (int i = 0; i < light.length; i++) {
                double x = i % width - width / 2.0;
                double y = Math.floorDiv(i, width) - height / 2.0;
                double side = x * Math.cos(angle) + y * Math.sin(angle);
                light[i] *= dark + (1 - dark) / (1 + Math.exp(-side / soft));
            }
        }

        private void glare(double[] light) {
            double side = symbols.get(0).getWidth() * modulePx;
            double spot = between(0.08, 0.16) * side;
            double left = between(-0.15, 0.3) * side;
            double top = between(-0.15, 0.3) * side;
            for (int i = 0; i < light.length; i++) {
                double x = i % width - width / 2.0 - left;
                double y = Math.floorDiv(i, width) - height / 2.0 - top;
                light[i] = light[i] * 0.8 + 400 * Math.exp(-(x * x + y * y) / (2 * spot * spot));
            }
        }

        private void paint(double[] light, double grey, Area area) {
            for (int i = 0; i < light.length; i++) {
                if (area.holds(i % width - width / 2.0, Math.floorDiv(i, width) - height / 2.0)) {
                    light[i] = grey;
                }
            }
        }

        private void blur(double[] light, double sigmaPx) {
            int reach = (int) Math.ceil(3 * sigmaPx);
            double[] weights = IntStream.rangeClosed(-reach, reach)
                    .mapToDouble(i -> Math.exp(-i * i / (2 * sigmaPx * sigmaPx)))
                    .toArray();
            blur(light, weights, 1, width);
            blur(light, weights, width, height);
        }

        /** Along rows (step 1) or columns (step width). */
        private static void blur(double[] light, double[] weights, int step, int length) {
            int reach = weights.length / 2;
            double[] source = light.clone();
            for (int i = 0; i < light.length; i++) {
                int place = i / step % length;
                double sum = 0;
                double weight = 0;
                for (int k = Math.max(-reach, -place); k <= Math.min(reach, length - 1 - place); k++) {
                    sum += weights[k + reach] * source[i + k * step];
                    weight += weights[k + reach];
                }
                light[i] = sum / weight;
            }
        }

        private static void change(double[] light, DoubleUnaryOperator change) {
            for (int i = 0; i < light.length; i++) {
                light[i] = change.applyAsDouble(light[i]);
            }
        }

        private interface Area {
            /** From the picture's centre, in pixels. */
            boolean holds(double x, double y);
        }
    }

    private static byte[] png(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
