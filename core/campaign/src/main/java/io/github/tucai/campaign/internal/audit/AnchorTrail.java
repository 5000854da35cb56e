package io.github.tucai.campaign.internal.audit;

import io.github.tucai.key.KeyId;
import io.github.tucai.key.KeyInfo;
import io.github.tucai.key.KeyState;
import io.github.tucai.key.KeyUse;
import io.github.tucai.spi.AuditSuite;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The anchors, read and recomputed, and what they saw of each stream. */
final class AnchorTrail {
    /** What an anchor saw of a stream. */
    record Sight(int anchor, String hash) {}

    private record Row(Anchor anchor, String taken, String algorithm, String signature) {}

    private static final Pattern HEX = Pattern.compile("([0-9a-f]{2})*");
    private static final Pattern KEY_ID = Pattern.compile("[0-9a-f]{8}");

    private final AuditSuites suites;
    private final Map<KeyId, KeyInfo> signers;
    private final Map<Integer, List<AnchorLink.Head>> heads = new HashMap<>();
    private final Map<String, NavigableMap<Integer, Sight>> sights = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Integer> latest = new HashMap<>();
    private @Nullable Anchor newest;
    private String previous = AnchorLink.GENESIS;
    private final List<String> hashes = new ArrayList<>();
    private long events;

    /** Reads all anchors; with signers given, the newest has to carry the signature of one of them. */
    AnchorTrail(Handle handle, AuditSuites suites, Collection<KeyInfo> signers) {
        this.suites = suites;
        this.signers = signers.stream()
                .filter(key -> key.use() == KeyUse.AUDIT_SIGNING && key.state() != KeyState.DESTROYED)
                .collect(Collectors.toMap(KeyInfo::id, key -> key));
        boolean demanded = !signers.isEmpty();
        handle.createQuery("select anchor, stream, sequence, hash from anchor_head")
                .map((row, context) ->
                        see(row.getInt(1), new AnchorLink.Head(row.getString(2), row.getInt(3), row.getString(4))))
                .forEach(head -> {});
        handle.createQuery("select number, taken, streams, events, algorithm, hash, signer, signature from anchor"
                        + " order by number")
                .map((row, context) -> row(row))
                .forEach(row -> check(row, demanded));
        heads.keySet().stream().sorted().forEach(anchor -> faults.add("anchor " + anchor + " is missing"));
        if (demanded && (newest == null || newest.signer().isEmpty())) {
            faults.add("the newest anchor is not signed");
        }
    }

    private AnchorLink.Head see(int anchor, AnchorLink.Head head) {
        heads.computeIfAbsent(anchor, none -> new ArrayList<>()).add(head);
        sights.computeIfAbsent(head.stream(), none -> new TreeMap<>())
                .put(head.sequence(), new Sight(anchor, head.hash()));
        return head;
    }

    private static Row row(ResultSet row) throws SQLException {
        String taken = row.getString("taken");
        String signer = row.getString("signer");
        Anchor anchor = new Anchor(
                row.getInt("number"),
                instant(taken),
                row.getInt("streams"),
                row.getLong("events"),
                row.getString("hash"),
                isKeyId(signer) ? Optional.of(new KeyId(signer)) : Optional.empty());
        return new Row(anchor, taken, row.getString("algorithm"), row.getString("signature"));
    }

    /** A time that somebody spoilt no longer fits the hash, which is said elsewhere. */
    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    private static boolean isKeyId(String text) {
        return KEY_ID.matcher(text).matches();
    }

    private void check(Row row, boolean demanded) {
        Anchor anchor = row.anchor();
        List<AnchorLink.Head> moved =
                Optional.ofNullable(heads.remove(anchor.number())).orElse(List.of());
        moved.forEach(head -> {
            Integer before = latest.put(head.stream(), head.sequence());
            events += head.sequence() - (before == null ? 0 : before);
        });
        int due = newest == null ? 1 : newest.number() + 1;
        if (anchor.number() != due) {
            faults.add("anchor " + due + " is missing");
        }
        fault(row, moved, demanded).ifPresent(fault -> faults.add("anchor " + anchor.number() + fault));
        previous = anchor.hash();
        hashes.add(anchor.hash());
        newest = anchor;
    }

    private Optional<String> fault(Row row, List<AnchorLink.Head> moved, boolean demanded) {
        Anchor anchor = row.anchor();
        AnchorLink link = new AnchorLink(anchor.number(), previous, row.taken(), anchor.streams(), anchor.events());
        Optional<AuditSuite> suite = suites.named(row.algorithm());
        if (suite.isEmpty()) {
            return Optional.of(unknown(row.algorithm()));
        }
        if (!link.hash(suite.get(), moved).equals(anchor.hash())) {
            return Optional.of(" was changed");
        }
        if (anchor.streams() < latest.size() || anchor.events() != events) {
            return Optional.of(" does not cover all heads");
        }
        return demanded && anchor.signer().isPresent()
                ? unsigned(suite.get(), anchor, row.signature())
                : Optional.empty();
    }

    private Optional<String> unsigned(AuditSuite suite, Anchor anchor, String signature) {
        KeyInfo key = signers.get(anchor.signer().orElseThrow());
        if (key == null) {
            return Optional.of(
                    " is signed with the key " + anchor.signer().get() + ", which is not among those trusted");
        }
        boolean genuine = key.suite() == suite.suite()
                && suite.verify(key.publicPoint(), AnchorLink.signed(anchor.hash()), bytes(signature));
        return genuine ? Optional.empty() : Optional.of(" carries a signature that is not genuine");
    }

    private static byte[] bytes(String hex) {
        return HEX.matcher(hex).matches() ? HexFormat.of().parseHex(hex) : new byte[0];
    }

    /** What to say of a hash that is not at hand. */
    static String unknown(String algorithm) {
        return " names the hash " + algorithm + ", which is not installed here (tucai-crypto brings SM3)";
    }

    /** What anchors saw of a stream, by the number of the event; taken away. */
    NavigableMap<Integer, Sight> take(String stream) {
        return Optional.ofNullable(sights.remove(stream)).orElseGet(TreeMap::new);
    }

    /** The streams nobody asked for. */
    Map<String, NavigableMap<Integer, Sight>> rest() {
        return sights;
    }

    List<String> faults() {
        return faults;
    }

    int count() {
        return hashes.size();
    }

    boolean has(String hash) {
        return hashes.contains(hash);
    }

    Optional<Anchor> newest() {
        return Optional.ofNullable(newest);
    }
}
