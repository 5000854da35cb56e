package io.github.tucai.convert;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One table of a FlatBuffers file, read by field number and without generated code.
 *
 * <p>Offsets in a damaged file end in an {@link IndexOutOfBoundsException}, never in a read outside the buffer.
 */
final class FlatTable {
    private final ByteBuffer buffer;
    private final int position;

    private FlatTable(ByteBuffer buffer, int position) {
        this.buffer = buffer;
        this.position = position;
    }

    static FlatTable root(byte[] file) {
        ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        return new FlatTable(buffer, buffer.getInt(0));
    }

    boolean has(int field) {
        return place(field) != 0;
    }

    int intAt(int field, int otherwise) {
        int place = place(field);
        return place == 0 ? otherwise : buffer.getInt(place);
    }

    int byteAt(int field, int otherwise) {
        int place = place(field);
        return place == 0 ? otherwise : buffer.get(place);
    }

    boolean booleanAt(int field) {
        return byteAt(field, 0) != 0;
    }

    float floatAt(int field, float otherwise) {
        int place = place(field);
        return place == 0 ? otherwise : buffer.getFloat(place);
    }

    String text(int field) {
        return new String(bytes(field), StandardCharsets.UTF_8);
    }

    /** The bytes of a vector of bytes, empty where the field is absent. */
    byte[] bytes(int field) {
        int vector = vector(field);
        byte[] bytes = new byte[vector == 0 ? 0 : buffer.getInt(vector)];
        if (bytes.length > 0) {
            buffer.get(vector + Integer.BYTES, bytes);
        }
        return bytes;
    }

    List<Integer> ints(int field) {
        int vector = vector(field);
        int length = vector == 0 ? 0 : buffer.getInt(vector);
        List<Integer> values = new ArrayList<>();
        for (int i = 1; i <= length; i++) {
            values.add(buffer.getInt(vector + i * Integer.BYTES));
        }
        return values;
    }

    List<FlatTable> tables(int field) {
        int vector = vector(field);
        int length = vector == 0 ? 0 : buffer.getInt(vector);
        List<FlatTable> tables = new ArrayList<>();
        for (int i = 1; i <= length; i++) {
            tables.add(new FlatTable(buffer, follow(vector + i * Integer.BYTES)));
        }
        return tables;
    }

    @Nullable
    FlatTable table(int field) {
        int place = place(field);
        return place == 0 ? null : new FlatTable(buffer, follow(place));
    }

    private int vector(int field) {
        int place = place(field);
        return place == 0 ? 0 : follow(place);
    }

    private int follow(int place) {
        return place + buffer.getInt(place);
    }

    /** Where the field's value lies, 0 where the file leaves it out. */
    private int place(int field) {
        int layout = position - buffer.getInt(position);
        int entry = Short.BYTES * (field + 2);
        if (entry >= Short.toUnsignedInt(buffer.getShort(layout))) {
            return 0;
        }
        int offset = Short.toUnsignedInt(buffer.getShort(layout + entry));
        return offset == 0 ? 0 : position + offset;
    }
}
