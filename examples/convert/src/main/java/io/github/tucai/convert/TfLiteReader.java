package io.github.tucai.convert;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the first graph of a TFLite file. The field numbers are those of TFLite's published schema, version 3. */
public final class TfLiteReader {
    private static final String IDENTIFIER = "TFL3";
    private static final int FLOAT32 = 0;
    private static final int FLOAT16 = 1;
    private static final int INT32 = 2;

    private final FlatTable model;
    private final List<FlatTable> buffers;
    private final List<FlatTable> codes;

    private TfLiteReader(FlatTable model) {
        this.model = model;
        codes = model.tables(1);
        buffers = model.tables(4);
    }

    public static TfLiteModel read(byte[] file) {
        requireIdentifier(file);
        try {
            return new TfLiteReader(FlatTable.root(file)).graph();
        } catch (IndexOutOfBoundsException e) {
            throw new ConversionException("the TFLite file is damaged or cut off at " + file.length + " bytes", e);
        }
    }

    private static void requireIdentifier(byte[] file) {
        boolean isTfLite = file.length >= 8 && new String(file, 4, 4, StandardCharsets.US_ASCII).equals(IDENTIFIER);
        if (!isTfLite) {
            throw new ConversionException("expected a TFLite file with the identifier " + IDENTIFIER
                    + " at byte 4, got other content of " + file.length + " bytes");
        }
    }

    private TfLiteModel graph() {
        FlatTable graph = model.tables(2).get(0);
        List<TfLiteTensor> tensors = graph.tables(0).stream().map(this::tensor).toList();
        List<TfLiteOperator> operators = new ArrayList<>();
        for (FlatTable operator : graph.tables(3)) {
            operators.add(operator(operator, operators.size()));
        }
        return new TfLiteModel(tensors, operators, graph.ints(1), graph.ints(2));
    }

    private TfLiteTensor tensor(FlatTable tensor) {
        String name = tensor.text(3);
        List<Integer> shape = tensor.ints(0);
        byte[] data = buffers.get(tensor.intAt(2, 0)).bytes(0);
        if (data.length == 0) {
            return TfLiteTensor.result(name, shape);
        }
        if (tensor.has(6)) {
            throw new ConversionException("tensor '" + name + "' is sparse; take the dense variant of the network");
        }
        ByteBuffer values = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        int type = tensor.byteAt(1, 0);
        return switch (type) {
            case FLOAT32 -> TfLiteTensor.constant(name, shape, floats(values));
            case FLOAT16 -> TfLiteTensor.constant(name, shape, halves(values));
            case INT32 -> TfLiteTensor.constant(name, shape, ints(values));
            default ->
                throw new ConversionException("constant '" + name + "' has element type " + type
                        + "; only float32, float16 and int32 are supported");
        };
    }

    private static float[] floats(ByteBuffer values) {
        float[] floats = new float[values.remaining() / Float.BYTES];
        values.asFloatBuffer().get(floats);
        return floats;
    }

    private static int[] ints(ByteBuffer values) {
        int[] ints = new int[values.remaining() / Integer.BYTES];
        values.asIntBuffer().get(ints);
        return ints;
    }

    private static float[] halves(ByteBuffer values) {
        float[] floats = new float[values.remaining() / Short.BYTES];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = half(values.getShort(Short.BYTES * i));
        }
        return floats;
    }

    /** The value of an IEEE 754 half; Java 17 has no method for it. */
    static float half(short bits) {
        int exponent = bits >> 10 & 0x1f;
        int fraction = bits & 0x3ff;
        float magnitude =
                switch (exponent) {
                    case 0 -> fraction * 0x1p-24f;
                    case 31 -> fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
                    default -> Math.scalb(1 + fraction * 0x1p-10f, exponent - 15);
                };
        return bits < 0 ? -magnitude : magnitude;
    }

    private TfLiteOperator operator(FlatTable operator, int position) {
        FlatTable code = codes.get(operator.intAt(0, 0));
        // Numbers above 127 stand in field 3, which older files do not have.
        int number = Math.max(code.byteAt(0, 0), code.intAt(3, 0));
        OperatorKind kind = OperatorKind.of(number)
                .orElseThrow(() -> new ConversionException("operator " + position + " has TFLite's number " + number
                        + ", which the converter does not support; supported are "
                        + List.of(OperatorKind.values())));
        OperatorOptions options = kind == OperatorKind.CUSTOM
                ? new OperatorOptions.Custom(code.text(1), () -> FlexMap.read(operator.bytes(5)))
                : options(kind, operator.table(4));
        return new TfLiteOperator(kind, operator.ints(1), operator.ints(2), options);
    }

    private static OperatorOptions options(OperatorKind kind, @Nullable FlatTable table) {
        if (table == null) {
            return defaults(kind);
        }
        return switch (kind) {
            case ADD, MUL, SUB, DIV -> new OperatorOptions.Arithmetic(Activation.of(table.byteAt(0, 0)));
            case CONV_2D -> convolution(table, 3, 4);
            // Field 3 is the depth multiplier, which the shape of the weights gives as well.
            case DEPTHWISE_CONV_2D -> convolution(table, 4, 5);
            case TRANSPOSE_CONV ->
                new OperatorOptions.Convolution(
                        isSame(table), table.intAt(2, 1), table.intAt(1, 1), 1, 1, Activation.of(table.byteAt(3, 0)));
            case MAX_POOL_2D, AVERAGE_POOL_2D ->
                new OperatorOptions.Pooling(
                        isSame(table),
                        table.intAt(2, 1),
                        table.intAt(1, 1),
                        table.intAt(4, 1),
                        table.intAt(3, 1),
                        Activation.of(table.byteAt(5, 0)));
            case CONCATENATION ->
                new OperatorOptions.Concatenation(table.intAt(0, 0), Activation.of(table.byteAt(1, 0)));
            case MEAN, SUM -> new OperatorOptions.Reduction(table.booleanAt(0));
            case RESIZE_BILINEAR -> new OperatorOptions.Resizing(table.booleanAt(2), table.booleanAt(3));
            case RESIZE_NEAREST_NEIGHBOR -> new OperatorOptions.Resizing(table.booleanAt(0), table.booleanAt(1));
            case STRIDED_SLICE -> new OperatorOptions.Slicing(table.intAt(0, 0), table.intAt(1, 0));
            case DEPTH_TO_SPACE -> new OperatorOptions.Blocks(table.intAt(0, 1));
            default -> new OperatorOptions.None();
        };
    }

    private static OperatorOptions defaults(OperatorKind kind) {
        return switch (kind) {
            case ADD, MUL, SUB, DIV -> new OperatorOptions.Arithmetic(Activation.NONE);
            case MEAN, SUM -> new OperatorOptions.Reduction(false);
            case STRIDED_SLICE -> new OperatorOptions.Slicing(0, 0);
            default -> new OperatorOptions.None();
        };
    }

    private static OperatorOptions convolution(FlatTable table, int activationField, int dilationField) {
        return new OperatorOptions.Convolution(
                isSame(table),
                table.intAt(2, 1),
                table.intAt(1, 1),
                table.intAt(dilationField + 1, 1),
                table.intAt(dilationField, 1),
                Activation.of(table.byteAt(activationField, 0)));
    }

    private static boolean isSame(FlatTable table) {
        return table.byteAt(0, 0) == 0;
    }
}
