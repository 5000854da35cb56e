package io.github.tucai;

import io.github.tucai.campaign.internal.db.Database;
import io.github.tucai.campaign.internal.secret.Ciphers;
import io.github.tucai.campaign.internal.secret.Kek;
import io.github.tucai.campaign.internal.secret.KeyWrap;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;

/** Changes what events hold, encrypted as the library would: what only an older version, or a fault of it, could have written. */
final class StoredEvents {
    private static final Ciphers CIPHERS = new Ciphers(new SecureRandom());

    private StoredEvents() {}

    /** Changes the text of one event. */
    static void rewrite(DataSource dataSource, String stream, int sequence, String type, UnaryOperator<String> change) {
        Database.connect(dataSource).inTransaction(handle -> {
            SecretKey key = key(handle, stream);
            byte[] bound = (stream + "|" + sequence + "|" + type).getBytes(StandardCharsets.UTF_8);
            byte[] before = handle.createQuery("select payload from event where stream = :i and sequence = :n")
                    .bind("i", stream)
                    .bind("n", sequence)
                    .map((row, context) -> row.getBytes(1))
                    .one();
            String json = new String(CIPHERS.decrypt(key, before, bound, stream), StandardCharsets.UTF_8);
            return write(handle, stream, sequence, type, change.apply(json));
        });
    }

    /** Writes one event anew, whatever it held and whatever type it had then. */
    static void write(DataSource dataSource, String stream, int sequence, String type, String json) {
        Database.connect(dataSource).inTransaction(handle -> write(handle, stream, sequence, type, json));
    }

    private static int write(Handle handle, String stream, int sequence, String type, String json) {
        byte[] bound = (stream + "|" + sequence + "|" + type).getBytes(StandardCharsets.UTF_8);
        return handle.createUpdate("update event set payload = :p where stream = :i and sequence = :n and type = :t")
                .bind("p", CIPHERS.encrypt(key(handle, stream), json.getBytes(StandardCharsets.UTF_8), bound))
                .bind("i", stream)
                .bind("n", sequence)
                .bind("t", type)
                .execute();
    }

    private static SecretKey key(Handle handle, String stream) {
        KeyWrap wrap = new KeyWrap(CIPHERS, new Kek("test", Ciphers.key(Desk.KEK)), List.of());
        return handle.createQuery("select wrapped from stream_key where stream = :i")
                .bind("i", stream)
                .map((row, context) -> wrap.unwrap("test", row.getBytes(1), stream, "stream"))
                .one();
    }
}
