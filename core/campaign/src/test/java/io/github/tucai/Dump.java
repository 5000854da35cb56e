package io.github.tucai;

import io.github.tucai.campaign.internal.secret.Ciphers;
import io.github.tucai.campaign.internal.secret.Kek;
import io.github.tucai.campaign.internal.secret.KeyWrap;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.SecretKey;
import javax.sql.DataSource;

/** All that lies in a database: every column of every row of every table, and what the key-encryption key still opens. */
final class Dump {
    private final DataSource dataSource;

    Dump(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Every table's rows as bytes, each with the name of its table and column before it. */
    List<byte[]> cells() throws SQLException {
        List<byte[]> cells = new ArrayList<>();
        for (String table : tables()) {
            rows("select * from \"" + table + "\"", row -> {
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    byte[] head = bytes(table + "." + row.getMetaData().getColumnName(i) + "=");
                    cells.add(join(head, content(row, i)));
                }
            });
        }
        return cells;
    }

    /** Every event of every stream that has a key left, decrypted, with its type before it. */
    List<byte[]> readable() throws SQLException {
        Ciphers ciphers = new Ciphers(new SecureRandom());
        KeyWrap wrap = new KeyWrap(ciphers, new Kek("test", Ciphers.key(Desk.KEK)), List.of());
        List<byte[]> events = new ArrayList<>();
        rows(
                "select e.stream, e.sequence, e.type, e.payload, k.kek, k.wrapped from event e"
                        + " join stream_key k on k.stream = e.stream",
                row -> {
                    String stream = row.getString(1);
                    SecretKey key = wrap.unwrap(row.getString(5), row.getBytes(6), stream, stream);
                    byte[] bound = bytes(stream + "|" + row.getInt(2) + "|" + row.getString(3));
                    events.add(
                            join(bytes(row.getString(3) + "="), ciphers.decrypt(key, row.getBytes(4), bound, stream)));
                });
        return events;
    }

    /** Where a text or its bytes stand, named up to the first equals sign. */
    static List<String> holding(List<byte[]> cells, String word) {
        String needle = new String(bytes(word), StandardCharsets.ISO_8859_1);
        return cells.stream()
                .map(cell -> new String(cell, StandardCharsets.ISO_8859_1))
                .filter(cell -> cell.contains(needle))
                .map(cell -> cell.substring(0, cell.indexOf('=')))
                .toList();
    }

    private List<String> tables() throws SQLException {
        List<String> names = new ArrayList<>();
        rows(
                "select table_name from information_schema.tables where table_schema = current_schema",
                row -> names.add(row.getString(1)));
        return names;
    }

    private static byte[] content(ResultSet row, int column) throws SQLException {
        Object value = row.getObject(column);
        if (value == null) {
            return new byte[0];
        }
        return value instanceof byte[] raw ? raw : bytes(row.getString(column));
    }

    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    private void rows(String query, Reader reader) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    private static byte[] join(byte[] one, byte[] other) {
        byte[] both = new byte[one.length + other.length];
        System.arraycopy(one, 0, both, 0, one.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
