package io.github.tucai.campaign.internal.secret;

import io.github.tucai.campaign.internal.db.ConcurrentChangeException;
import io.github.tucai.campaign.internal.db.Races;
import io.github.tucai.failure.TucaiException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.jdbi.v3.core.Handle;

/**
 * Values to look up by without storing them: an HMAC under a key of each table and column, so that equal values of different
 * columns look different. Its key lies wrapped in the database and outlives every key-encryption key.
 */
public final class BlindIndex {
    private static final String ID = "blind-index";

    private final SecretKey key;

    /** Under this key. */
    public BlindIndex(SecretKey key) {
        this.key = key;
    }

    /**
     * The index of a database; a new database gets one.
     *
     * @throws TucaiException if its key-encryption key is not at hand, or the database has streams and no index
     * @throws ConcurrentChangeException if somebody else just made one
     */
    public static BlindIndex open(Handle handle, KeyWrap wrap) {
        Optional<SecretKey> stored = handle.createQuery("select kek, wrapped from service_key where id = :i")
                .bind("i", ID)
                .map((row, context) -> wrap.unwrap(row.getString(1), row.getBytes(2), ID, "the index over enrolments"))
                .findOne();
        return new BlindIndex(stored.orElseGet(() -> make(handle, wrap)));
    }

    private static SecretKey make(Handle handle, KeyWrap wrap) {
        int streams = handle.createQuery("select count(*) from stream")
                .mapTo(Integer.class)
                .one();
        if (streams > 0) {
            throw new TucaiException("the database holds records but not the key of their index; restore its backup");
        }
        SecretKey fresh = wrap.newKey();
        Races.guarded(() -> handle.createUpdate("insert into service_key (id, kek, wrapped) values (:i, :k, :w)")
                .bind("i", ID)
                .bind("k", wrap.activeId())
                .bind("w", wrap.wrap(fresh, ID))
                .execute());
        return fresh;
    }

    /**
     * The index value of what stands in a column.
     *
     * @param column table and column, such as {@code stream.lookup}
     * @param scope within what the value is unique, such as a campaign
     * @param value blanks around it and the width of its characters do not count, case does: an enrolment number is opaque,
     *     so two that differ in case are two
     * @return 64 hexadecimal digits
     */
    public String of(String column, String scope, String value) {
        SecretKey columnKey = Ciphers.derive(key, "index " + column);
        String normal = Normalizer.normalize(value, Normalizer.Form.NFKC).strip();
        // The scope's length keeps scope and value apart, whatever they hold.
        String text = scope.length() + "\n" + scope + "\n" + normal;
        return HexFormat.of().formatHex(Ciphers.hmac(columnKey, text.getBytes(StandardCharsets.UTF_8)));
    }
}
