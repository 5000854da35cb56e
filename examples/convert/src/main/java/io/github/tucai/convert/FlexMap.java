package io.github.tucai.convert;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The map at the root of a FlexBuffers value, as MediaPipe's own operators keep their options: numbers and lists of
 * numbers by name.
 */
final class FlexMap {
    // Type numbers of the FlexBuffers format; the lower two bits of a type byte give the width, the others the type.
    private static final int INT = 1;
    private static final int UINT = 2;
    private static final int FLOAT = 3;
    private static final int INDIRECT_INT = 6;
    private static final int INDIRECT_UINT = 7;
    private static final int INDIRECT_FLOAT = 8;
    private static final int MAP = 9;
    private static final int VECTOR = 10;
    private static final int VECTOR_INT = 11;
    private static final int VECTOR_UINT = 12;
    private static final int VECTOR_FLOAT = 13;
    private static final int BOOL = 26;

    private final ByteBuffer buffer;
    private final Map<String, Double> numbers = new HashMap<>();
    private final Map<String, List<Double>> lists = new HashMap<>();

    private FlexMap(byte[] value) {
        buffer = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN);
    }

    static FlexMap read(byte[] value) {
        FlexMap map = new FlexMap(value);
        try {
            map.readRoot(value.length);
        } catch (IndexOutOfBoundsException e) {
            throw new ConversionException("the options of a custom operator are cut off", e);
        }
        return map;
    }

    double number(String name) {
        Double number = numbers.get(name);
        if (number == null) {
            throw new ConversionException(
                    "a custom operator lacks its option '" + name + "', it has " + numbers.keySet());
        }
        return number;
    }

    int integer(String name) {
        return (int) number(name);
    }

    List<Integer> integers(String name) {
        List<Double> list = lists.get(name);
        if (list == null) {
            throw new ConversionException(
                    "a custom operator lacks its option '" + name + "', it has " + lists.keySet());
        }
        return list.stream().map(Double::intValue).toList();
    }

    private void readRoot(int length) {
        int rootWidth = buffer.get(length - 1);
        int type = Byte.toUnsignedInt(buffer.get(length - 2));
        if (type >> 2 != MAP) {
            throw new ConversionException("the options of a custom operator must be a map, got type " + (type >> 2));
        }
        int place = length - 2 - rootWidth;
        readMap(place - (int) unsigned(place, rootWidth), 1 << (type & 3));
    }

    private void readMap(int values, int width) {
        int size = (int) unsigned(values - width, width);
        int keysField = values - 3 * width;
        int keys = keysField - (int) unsigned(keysField, width);
        int keyWidth = (int) unsigned(values - 2 * width, width);
        for (int i = 0; i < size; i++) {
            int keyField = keys + i * keyWidth;
            String name = key(keyField - (int) unsigned(keyField, keyWidth));
            readEntry(name, values + i * width, width, Byte.toUnsignedInt(buffer.get(values + size * width + i)));
        }
    }

    private void readEntry(String name, int place, int width, int packedType) {
        int type = packedType >> 2;
        int ownWidth = 1 << (packedType & 3);
        switch (type) {
            case VECTOR -> lists.put(name, typedLater(place - (int) unsigned(place, width), ownWidth));
            case VECTOR_INT, VECTOR_UINT, VECTOR_FLOAT ->
                lists.put(name, typed(place - (int) unsigned(place, width), ownWidth, type - VECTOR_INT + INT));
            default -> numbers.put(name, scalar(place, width, packedType));
        }
    }

    private List<Double> typed(int elements, int width, int type) {
        int size = (int) unsigned(elements - width, width);
        List<Double> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(direct(elements + i * width, width, type));
        }
        return list;
    }

    private List<Double> typedLater(int elements, int width) {
        int size = (int) unsigned(elements - width, width);
        List<Double> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int packedType = Byte.toUnsignedInt(buffer.get(elements + size * width + i));
            list.add(scalar(elements + i * width, width, packedType));
        }
        return list;
    }

    private double scalar(int place, int width, int packedType) {
        int type = packedType >> 2;
        return switch (type) {
            case INDIRECT_INT, INDIRECT_UINT, INDIRECT_FLOAT ->
                direct(place - (int) unsigned(place, width), 1 << (packedType & 3), type - INDIRECT_INT + INT);
            default -> direct(place, width, type);
        };
    }

    private double direct(int place, int width, int type) {
        return switch (type) {
            case INT -> signed(place, width);
            case UINT, BOOL -> unsigned(place, width);
            case FLOAT -> width == Double.BYTES ? buffer.getDouble(place) : buffer.getFloat(place);
            default ->
                throw new ConversionException("a custom operator has an option of type " + type
                        + "; only numbers and lists of numbers are read");
        };
    }

    private long signed(int place, int width) {
        return switch (width) {
            case Byte.BYTES -> buffer.get(place);
            case Short.BYTES -> buffer.getShort(place);
            case Integer.BYTES -> buffer.getInt(place);
            default -> buffer.getLong(place);
        };
    }

    private long unsigned(int place, int width) {
        return switch (width) {
            case Byte.BYTES -> Byte.toUnsignedInt(buffer.get(place));
            case Short.BYTES -> Short.toUnsignedInt(buffer.getShort(place));
            case Integer.BYTES -> Integer.toUnsignedLong(buffer.getInt(place));
            default -> buffer.getLong(place);
        };
    }

    private String key(int start) {
        int end = start;
        while (buffer.get(end) != 0) {
            end++;
        }
        byte[] name = new byte[end - start];
        buffer.get(start, name);
        return new String(name, StandardCharsets.US_ASCII);
    }
}
