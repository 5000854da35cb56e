package io.github.tucai.convert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * MediaPipe's own operators of the landmark network: it looks at the lips and the eyes again, each in a crop that
 * turns and grows with the first landmarks, and maps the refined points back.
 */
final class LandmarkOperators {
    private LandmarkOperators() {}

    /** From landmarks to the 4 × 4 matrix that maps pixels of the crop to pixels of the picture. */
    static void landmarksToTransformMatrix(Conversion conversion, TfLiteOperator operator) {
        FlexMap options =
                operator.options(OperatorOptions.Custom.class).values().get();
        Maths maths = new Maths(conversion.graph());
        int count = conversion.tensor(operator.input(0)).size(1);
        String landmarks = maths.reshape(conversion.value(operator.input(0)), List.of(count, 3));

        String left = maths.gather(landmarks, 0, List.of(options.integer("left_rotation_idx")));
        String right = maths.gather(landmarks, 0, List.of(options.integer("right_rotation_idx")));
        Rotation rotation = rotation(maths, maths.subtract(right, left), options.number("target_rotation_radians"));

        String points = maths.gather(landmarks, 0, options.integers("subset_idxs"));
        String x = maths.column(points, 0);
        String y = maths.column(points, 1);
        Extent along =
                maths.extent(maths.subtract(maths.multiply(x, rotation.cosine()), maths.multiply(y, rotation.sine())));
        Extent across =
                maths.extent(maths.add(maths.multiply(x, rotation.sine()), maths.multiply(y, rotation.cosine())));

        double width = options.number("output_width");
        double height = options.number("output_height");
        String scaleX = maths.scale(along.size(), options.number("scale_x") / width);
        String scaleY = maths.scale(across.size(), options.number("scale_y") / height);
        matrix(maths, rotation, along, across, scaleX, scaleY, width, height, Conversion.name(operator.output()));
    }

    /** The rotation that brings the vector to the wanted angle, as its cosine and sine. */
    private static Rotation rotation(Maths maths, String vector, double target) {
        String dx = maths.scalar(maths.column(vector, 0));
        String dy = maths.scalar(maths.column(vector, 1));
        String squares = maths.add(maths.multiply(dx, dx), maths.multiply(dy, dy));
        String length = maths.root(maths.add(squares, maths.number(1e-12)));
        double cosine = Math.cos(target);
        double sine = Math.sin(target);
        return new Rotation(
                maths.divide(maths.add(maths.scale(dx, cosine), maths.scale(dy, sine)), length),
                maths.divide(maths.subtract(maths.scale(dx, sine), maths.scale(dy, cosine)), length));
    }

    private static void matrix(
            Maths maths,
            Rotation rotation,
            Extent along,
            Extent across,
            String scaleX,
            String scaleY,
            double width,
            double height,
            String output) {
        String centreX = maths.add(
                maths.multiply(rotation.cosine(), along.middle()), maths.multiply(rotation.sine(), across.middle()));
        String centreY = maths.subtract(
                maths.multiply(rotation.cosine(), across.middle()), maths.multiply(rotation.sine(), along.middle()));
        String xx = maths.multiply(rotation.cosine(), scaleX);
        String xy = maths.multiply(rotation.sine(), scaleY);
        String yx = maths.negate(maths.multiply(rotation.sine(), scaleX));
        String yy = maths.multiply(rotation.cosine(), scaleY);
        String moveX = maths.add(maths.add(maths.scale(xx, -width / 2), maths.scale(xy, -height / 2)), centreX);
        String moveY = maths.add(maths.add(maths.scale(yx, -width / 2), maths.scale(yy, -height / 2)), centreY);
        String zero = maths.number(0);
        String one = maths.number(1);
        maths.assemble(
                output,
                List.of(1, 4, 4),
                List.of(xx, xy, zero, moveX, yx, yy, zero, moveY, zero, zero, one, zero, zero, zero, zero, one));
    }

    /** Cuts the crop that a matrix describes out of a picture, bilinearly. */
    static void transformTensorBilinear(Conversion conversion, TfLiteOperator operator) {
        TfLiteTensor from = conversion.tensor(operator.input(0));
        TfLiteTensor to = conversion.tensor(operator.output());
        int height = to.size(1);
        int width = to.size(2);
        Maths maths = new Maths(conversion.graph());
        String centres = conversion.graph().constant(pixelCentres(height, width), List.of(height * width, 3));
        String places = maths.product(centres, transposedAffine(maths, conversion.value(operator.input(1))));
        String scale = conversion
                .graph()
                .constant(new float[] {2f / (from.size(2) - 1), 2f / (from.size(1) - 1)}, List.of(1, 2));
        // GridSample with aligned corners wants -1 at the centre of the first pixel and 1 at that of the last.
        String normalised =
                maths.subtract(maths.multiply(maths.subtract(places, maths.number(0.5)), scale), maths.number(1));
        String sampled = conversion
                .graph()
                .node(
                        "GridSample",
                        List.of(
                                conversion.channelsFirst(operator.input(0)),
                                maths.reshape(normalised, List.of(1, height, width, 2))),
                        OnnxAttribute.of("align_corners", 1),
                        OnnxAttribute.of("mode", "bilinear"),
                        OnnxAttribute.of("padding_mode", "zeros"));
        conversion.finishChannelsFirst(sampled, operator, Activation.NONE);
    }

    /** Maps points of the crop back to the picture. */
    static void transformLandmarks(Conversion conversion, TfLiteOperator operator) {
        TfLiteTensor points = conversion.tensor(operator.input(0));
        if (points.size(2) != 2) {
            throw new ConversionException("TransformLandmarks is supported for points of 2 coordinates, tensor '"
                    + points.name() + "' has " + points.size(2));
        }
        Maths maths = new Maths(conversion.graph());
        float[] ones = new float[points.size(1)];
        Arrays.fill(ones, 1);
        String extended = conversion
                .graph()
                .node(
                        "Concat",
                        List.of(
                                conversion.value(operator.input(0)),
                                conversion.graph().constant(ones, List.of(1, points.size(1), 1))),
                        OnnxAttribute.of("axis", 2));
        conversion
                .graph()
                .nodeTo(
                        Conversion.name(operator.output()),
                        "MatMul",
                        List.of(extended, transposedAffine(maths, conversion.value(operator.input(1)))));
    }

    /** The affine part (rows x and y, columns x, y and 1) of a 4 × 4 matrix, transposed to 3 × 2. */
    private static String transposedAffine(Maths maths, String matrix) {
        String square = maths.reshape(matrix, List.of(4, 4));
        String rows = maths.gather(square, 0, List.of(0, 1));
        return maths.transpose(maths.gather(rows, 1, List.of(0, 1, 3)));
    }

    private static float[] pixelCentres(int height, int width) {
        float[] centres = new float[height * width * 3];
        int i = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                centres[i++] = x + 0.5f;
                centres[i++] = y + 0.5f;
                centres[i++] = 1;
            }
        }
        return centres;
    }

    private record Rotation(String cosine, String sine) {}

    /** Size and middle of a set of numbers. */
    private record Extent(String size, String middle) {}

    /** Writes formulas as nodes; every method returns the name of its result. */
    private static final class Maths {
        private final OnnxGraph graph;

        Maths(OnnxGraph graph) {
            this.graph = graph;
        }

        String number(double value) {
            return graph.constant((float) value);
        }

        String add(String a, String b) {
            return graph.node("Add", List.of(a, b));
        }

        String subtract(String a, String b) {
            return graph.node("Sub", List.of(a, b));
        }

        String multiply(String a, String b) {
            return graph.node("Mul", List.of(a, b));
        }

        String divide(String a, String b) {
            return graph.node("Div", List.of(a, b));
        }

        String scale(String a, double factor) {
            return multiply(a, number(factor));
        }

        String negate(String a) {
            return graph.node("Neg", List.of(a));
        }

        String root(String a) {
            return graph.node("Sqrt", List.of(a));
        }

        String product(String a, String b) {
            return graph.node("MatMul", List.of(a, b));
        }

        String transpose(String a) {
            return graph.node("Transpose", List.of(a), OnnxAttribute.of("perm", List.of(1, 0)));
        }

        String reshape(String a, List<Integer> shape) {
            return graph.node("Reshape", List.of(a, graph.integers(shape)));
        }

        String scalar(String a) {
            return reshape(a, Collections.singletonList(1));
        }

        String gather(String a, int axis, List<Integer> indexes) {
            return graph.node("Gather", List.of(a, graph.integers(indexes)), OnnxAttribute.of("axis", axis));
        }

        String column(String a, int index) {
            return gather(a, 1, List.of(index));
        }

        Extent extent(String a) {
            String most = reduced("ReduceMax", a);
            String least = reduced("ReduceMin", a);
            return new Extent(subtract(most, least), scale(add(most, least), 0.5));
        }

        private String reduced(String operator, String a) {
            return scalar(graph.node(
                    operator, List.of(a), OnnxAttribute.of("axes", List.of(0, 1)), OnnxAttribute.of("keepdims", 0)));
        }

        void assemble(String output, List<Integer> shape, List<String> scalars) {
            String joined = graph.node("Concat", new ArrayList<>(scalars), OnnxAttribute.of("axis", 0));
            graph.nodeTo(output, "Reshape", List.of(joined, graph.integers(shape)));
        }
    }
}
