package io.github.tucai.crypto;

import io.github.tucai.key.KeyId;
import io.github.tucai.key.KeyInfo;
import io.github.tucai.key.KeyState;
import io.github.tucai.key.KeyUse;
import io.github.tucai.key.PublicPoint;
import io.github.tucai.key.Suite;
import io.github.tucai.spi.KeyProvider;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom to trust, and what was taken back, signed by an anchor whose key is handed over once: the registry's keys can then
 * change without anyone typing them in. {@link TrustedKeys} works with it.
 *
 * <p>The bytes: version 1, the suite (1 SM, 2 INTL), four bytes of the anchor's key id, then CBOR in the form that codes have,
 * a map of six pairs: 1 serial, 2 issued at, 3 next update (seconds since 1970), 4 keys (bytes: 67 each: use, suite, public
 * point; of several for one use the last makes what is new), 5 ids of revoked keys (4 bytes each), 6 serials of revoked codes
 * (8 bytes each); then the signature {@code r ‖ s} over everything before. Uses: 1 code signing, 2 code opening, 3 bundle
 * signing, 4 bundle opening, 5 receipt signing. Immutable.
 */
public final class TrustList {
    private static final int MOST_BYTES = 16 << 20;
    private static final int HEADER_BYTES = 6;
    private static final int POINT_BYTES = 65;
    private static final int KEY_BYTES = 2 + POINT_BYTES;
    private static final int KEY_ID_BYTES = 4;
    private static final int CODE_BYTES = 8;
    private static final byte VERSION = 1;
    private static final List<KeyUse> USES = List.of(
            KeyUse.CODE_SIGNING,
            KeyUse.CODE_OPENING,
            KeyUse.BUNDLE_SIGNING,
            KeyUse.BUNDLE_OPENING,
            KeyUse.RECEIPT_SIGNING);
    private static final List<Suite> SUITES = List.of(Suite.SM, Suite.INTL);

    private final long serial;
    private final Instant issuedAt;
    private final Instant nextUpdate;
    private final Map<KeyId, KeyInfo> keys;
    private final Set<KeyId> revokedKeys;
    private final Set<String> revokedCodes;

    private TrustList(
            long serial,
            Instant issuedAt,
            Instant nextUpdate,
            Map<KeyId, KeyInfo> keys,
            Set<KeyId> revokedKeys,
            Set<String> revokedCodes) {
        this.serial = serial;
        this.issuedAt = issuedAt;
        this.nextUpdate = nextUpdate;
        this.keys = keys;
        this.revokedKeys = revokedKeys;
        this.revokedCodes = revokedCodes;
    }

    /** Starts a list. */
    public static Builder builder(long serial, Instant issuedAt, Instant nextUpdate) {
        return new Builder(serial, issuedAt, nextUpdate);
    }

    /**
     * Verifies, then reads.
     *
     * @param anchorCertificatePem of the key that must have signed
     * @throws IllegalArgumentException if it is no list of that anchor
     */
    public static TrustList read(byte[] list, String anchorCertificatePem) {
        return read(list, Certificates.subject(Certificates.fromPem(anchorCertificatePem), KeyRingFile.provider()));
    }

    static TrustList read(byte[] list, Certificates.Subject anchor) {
        Algorithms algorithms = anchor.algorithms();
        int signatureAt = list.length - Algorithms.SIGNATURE_BYTES;
        if (signatureAt < HEADER_BYTES || list.length > MOST_BYTES) {
            throw new IllegalArgumentException("no trust list has " + list.length + " bytes");
        }
        byte[] signature = Arrays.copyOfRange(list, signatureAt, list.length);
        if (!Arrays.equals(header(algorithms, anchor.point()), Arrays.copyOf(list, HEADER_BYTES))
                || !algorithms.verify(anchor.point(), list, signatureAt, signature)) {
            throw new IllegalArgumentException("the trust list is not signed by the anchor");
        }
        return body(Arrays.copyOfRange(list, HEADER_BYTES, signatureAt));
    }

    private static byte[] header(Algorithms algorithms, PublicPoint anchor) {
        byte[] header = new byte[HEADER_BYTES];
        header[0] = VERSION;
        header[1] = (byte) (SUITES.indexOf(algorithms.suite()) + 1);
        System.arraycopy(algorithms.idOf(anchor).bytes(), 0, header, 2, KEY_ID_BYTES);
        return header;
    }

    private static TrustList body(byte[] cbor) {
        CborReader in = new CborReader(cbor);
        in.map(6);
        long serial = in.key(1).uint();
        Instant issuedAt = ClaimsForm.second(in.key(2).uint());
        Instant nextUpdate = ClaimsForm.second(in.key(3).uint());
        Map<KeyId, KeyInfo> keys = keys(in.key(4).bytes(), issuedAt);
        Set<KeyId> revokedKeys = new HashSet<>();
        pieces(in.key(5).bytes(), KEY_ID_BYTES).forEach(id -> revokedKeys.add(KeyId.of(id)));
        Set<String> revokedCodes = new HashSet<>();
        pieces(in.key(6).bytes(), CODE_BYTES)
                .forEach(code -> revokedCodes.add(HexFormat.of().formatHex(code)));
        in.end();
        return new TrustList(serial, issuedAt, nextUpdate, keys, revokedKeys, revokedCodes);
    }

    private static Map<KeyId, KeyInfo> keys(byte[] bytes, Instant issuedAt) {
        Map<KeyId, KeyInfo> keys = new LinkedHashMap<>();
        for (byte[] piece : pieces(bytes, KEY_BYTES)) {
            Suite suite = SUITES.get(piece[1] - 1);
            Algorithms algorithms = Algorithms.of(suite);
            PublicPoint point = PublicPoint.copyOf(Arrays.copyOfRange(piece, 2, KEY_BYTES));
            algorithms.publicKey(point); // throws where it is not on the curve
            KeyId id = algorithms.idOf(point);
            KeyUse use = USES.get(piece[0] - 1);
            keys.put(id, new KeyInfo(id, use, suite, KeyState.ACTIVE, false, point, issuedAt));
        }
        return keys;
    }

    private static List<byte[]> pieces(byte[] bytes, int length) {
        if (bytes.length % length != 0) {
            throw new IllegalArgumentException("a trust list has a piece too short");
        }
        List<byte[]> pieces = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += length) {
            pieces.add(Arrays.copyOfRange(bytes, at, at + length));
        }
        return pieces;
    }

    /** Grows with every list of an anchor: a lower one is an old list. */
    public long serial() {
        return serial;
    }

    /** When it was made. */
    public Instant issuedAt() {
        return issuedAt;
    }

    /** From when on it says nothing any more. */
    public Instant nextUpdate() {
        return nextUpdate;
    }

    /** The trusted keys that are not revoked, in the list's order. */
    public List<KeyInfo> keys() {
        return keys.values().stream()
                .filter(key -> !revokedKeys.contains(key.id()))
                .toList();
    }

    @Nullable
    KeyInfo key(KeyId id) {
        return revokedKeys.contains(id) ? null : keys.get(id);
    }

    /** Whether a key was taken back. */
    public boolean isRevoked(KeyId key) {
        return revokedKeys.contains(key);
    }

    /** Whether the code with this serial was taken back. */
    public boolean isRevoked(String codeSerial) {
        return revokedCodes.contains(codeSerial);
    }

    @Override
    public String toString() {
        return "TrustList[" + serial + ", " + keys.size() + " keys, " + revokedKeys.size() + " keys and "
                + revokedCodes.size() + " codes revoked, until " + nextUpdate + "]";
    }

    /** Collects what a list says; the registry's part. */
    public static final class Builder {
        private final long serial;
        private final Instant issuedAt;
        private final Instant nextUpdate;
        private final ByteArrayOutputStream keys = new ByteArrayOutputStream();
        private final ByteArrayOutputStream revokedKeys = new ByteArrayOutputStream();
        private final ByteArrayOutputStream revokedCodes = new ByteArrayOutputStream();

        private Builder(long serial, Instant issuedAt, Instant nextUpdate) {
            if (serial < 0) {
                throw new IllegalArgumentException("serial must not be negative, got " + serial);
            }
            if (!issuedAt.isBefore(nextUpdate)) {
                throw new IllegalArgumentException("issuedAt must be before nextUpdate");
            }
            this.serial = serial;
            this.issuedAt = issuedAt;
            this.nextUpdate = nextUpdate;
        }

        /** Trusts the key of a certificate, as {@link KeyRing#certificatePem} gives it. */
        public Builder trust(KeyUse use, String certificatePem) {
            Certificates.Subject subject =
                    Certificates.subject(Certificates.fromPem(certificatePem), KeyRingFile.provider());
            return trust(use, subject.algorithms().suite(), subject.point());
        }

        /** Trusts a key. */
        public Builder trust(KeyUse use, Suite suite, PublicPoint point) {
            if (!USES.contains(use)) {
                throw new IllegalArgumentException("a trust list has no keys for " + use);
            }
            keys.write(USES.indexOf(use) + 1);
            keys.write(SUITES.indexOf(suite) + 1);
            keys.writeBytes(point.bytes());
            return this;
        }

        /** Takes a key back, whether or not it stands in the list. */
        public Builder revoke(KeyId key) {
            revokedKeys.writeBytes(key.bytes());
            return this;
        }

        /** Takes a code back: 16 hexadecimal digits, the {@code serial} of its claims. */
        public Builder revokeCode(String codeSerial) {
            byte[] bytes = HexFormat.of().parseHex(codeSerial);
            if (bytes.length != CODE_BYTES) {
                throw new IllegalArgumentException("a code's serial has 16 hexadecimal digits");
            }
            revokedCodes.writeBytes(bytes);
            return this;
        }

        /**
         * Signs with the newest own {@code TRUST_SIGNING} key, of suite SM if there is one.
         *
         * @throws io.github.tucai.failure.TucaiException if there is none
         */
        public byte[] sign(KeyProvider anchor) {
            Objects.requireNonNull(anchor, "anchor");
            Suite suite = anchor.newest(KeyUse.TRUST_SIGNING, Suite.SM).isPresent() ? Suite.SM : Suite.INTL;
            KeyInfo key = Keys.ownNewest(anchor, KeyUse.TRUST_SIGNING, suite);
            Algorithms algorithms = Algorithms.of(suite);
            byte[] body = new CborWriter()
                    .map(6)
                    .uint(1)
                    .uint(serial)
                    .uint(2)
                    .uint(issuedAt.getEpochSecond())
                    .uint(3)
                    .uint(nextUpdate.getEpochSecond())
                    .uint(4)
                    .bytes(keys.toByteArray())
                    .uint(5)
                    .bytes(revokedKeys.toByteArray())
                    .uint(6)
                    .bytes(revokedCodes.toByteArray())
                    .toByteArray();
            byte[] signed = org.bouncycastle.util.Arrays.concatenate(header(algorithms, key.publicPoint()), body);
            return org.bouncycastle.util.Arrays.concatenate(
                    signed, algorithms.canonical(anchor.sign(key.id(), signed)));
        }
    }
}
