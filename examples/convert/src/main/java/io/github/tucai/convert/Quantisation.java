package io.github.tucai.convert;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which tensors of a network are computed in eight bits, and over which range of values. An operator computes in eight
 * bits where all that it reads and writes has a range; a wide product of matrices also where only what it reads has one.
 */
public final class Quantisation {
    private final Map<Integer, Range> ranges;

    private Quantisation(Map<Integer, Range> ranges) {
        this.ranges = ranges;
    }

    static Quantisation none() {
        return new Quantisation(Map.of());
    }

    /** Reads lines of a tensor's number, its least and its greatest value; those that begin with # say how they were made. */
    static Quantisation parse(List<String> lines) {
        Map<Integer, Range> ranges = new LinkedHashMap<>();
        for (String line : lines) {
            if (!line.startsWith("#")) {
                String[] cells = line.strip().split(" +", -1);
                if (cells.length != 3) {
                    throw new ConversionException("expected a tensor, a low and a high value, got: " + line);
                }
                ranges.put(
                        Integer.valueOf(cells[0]), new Range(Float.parseFloat(cells[1]), Float.parseFloat(cells[2])));
            }
        }
        return new Quantisation(ranges);
    }

    Optional<Range> range(int tensor) {
        return Optional.ofNullable(ranges.get(tensor));
    }

    boolean covers(TfLiteOperator operator) {
        return switch (operator.kind()) {
            case CONV_2D, DEPTHWISE_CONV_2D ->
                ranges.containsKey(operator.input(0)) && ranges.containsKey(operator.output());
            case ADD -> ranges.keySet().containsAll(operator.inputs()) && ranges.containsKey(operator.output());
            default -> false;
        };
    }

    /** Whether only what an operator reads has a range. */
    boolean coversInput(TfLiteOperator operator) {
        return ranges.containsKey(operator.input(0)) && !ranges.containsKey(operator.output());
    }

    /** The values that eight bits without a sign stand for. */
    public record Range(float low, float high) {
        private static final int STEPS = 255;

        public Range {
            if (!(low <= 0 && high > 0)) {
                throw new ConversionException("a range must hold 0 and a greater number, got " + low + " to " + high);
            }
        }

        float scale() {
            return (high - low) / STEPS;
        }

        /** The step that stands for 0. */
        byte zeroPoint() {
            return (byte) Math.round(-low / scale());
        }
    }
}
