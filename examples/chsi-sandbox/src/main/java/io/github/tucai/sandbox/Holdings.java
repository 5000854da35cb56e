package io.github.tucai.sandbox;

import io.github.tucai.delivery.DeliveryKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the lines of a registry's journal come to. An image is valid if its version is the highest of its enrolment and higher
 * than what was withdrawn, so the order in which lines came decides nothing.
 */
final class Holdings {
    private final Set<String> enrolments = new HashSet<>();
    private final Set<String> codes = new HashSet<>();
    private final Map<String, StoredImage> images = new TreeMap<>();
    private final Map<DeliveryKey, StoredImage> byKey = new HashMap<>();
    private final Map<String, StoredImage> newest = new TreeMap<>();
    private final Map<DeliveryKey, StoredImage> withdrawals = new HashMap<>();
    private final Map<String, Integer> withdrawn = new HashMap<>();
    private int withdrawalLines;

    void apply(String line) {
        String[] parts = line.split(" ", -1);
        switch (parts[0]) {
            case "code" -> {
                enrolments.add(parts[1]);
                codes.add(parts[2]);
            }
            case "withdrawal" -> withdraw(entry(parts));
            default -> hold(entry(parts));
        }
    }

    private static StoredImage entry(String[] parts) {
        return new StoredImage(
                parts[1],
                parts[2],
                new DeliveryKey(parts[3]),
                Integer.parseInt(parts[4]),
                Instant.ofEpochMilli(Long.parseLong(parts[5])));
    }

    /** A stored image, or one of which is known now that it came again as a later version. */
    private void hold(StoredImage image) {
        images.put(image.registryId(), image);
        byKey.put(image.key(), image);
        newest.merge(image.enrolment(), image, (old, fresh) -> fresh.version() >= old.version() ? fresh : old);
    }

    private void withdraw(StoredImage withdrawal) {
        withdrawalLines++;
        withdrawals.put(withdrawal.key(), withdrawal);
        withdrawn.merge(withdrawal.enrolment(), withdrawal.version(), Math::max);
    }

    boolean isKnown(String enrolment) {
        return enrolments.contains(enrolment);
    }

    boolean isIssued(String code) {
        return codes.contains(code);
    }

    Optional<StoredImage> image(DeliveryKey key) {
        return Optional.ofNullable(byKey.get(key));
    }

    Optional<StoredImage> withdrawal(DeliveryKey key) {
        return Optional.ofNullable(withdrawals.get(key));
    }

    /** The highest version that was stored of an enrolment, withdrawn or not; 0 for none. */
    int newestVersion(String enrolment) {
        StoredImage image = newest.get(enrolment);
        return image == null ? 0 : image.version();
    }

    /** Up to which version images of an enrolment count no more; 0 for none. */
    int withdrawnVersion(String enrolment) {
        return withdrawn.getOrDefault(enrolment, 0);
    }

    String nextImageId() {
        return String.format("R%08d", images.size() + 1);
    }

    String nextWithdrawalId() {
        return String.format("W%08d", withdrawalLines + 1);
    }

    List<StoredImage> valid() {
        return newest.values().stream()
                .filter(image -> image.version() > withdrawnVersion(image.enrolment()))
                .toList();
    }

    List<Stored> all() {
        List<Stored> all = new ArrayList<>();
        images.values().forEach(image -> all.add(new Stored(image, standing(image))));
        return all;
    }

    private Stored.Standing standing(StoredImage image) {
        if (image.version() <= withdrawnVersion(image.enrolment())) {
            return Stored.Standing.WITHDRAWN;
        }
        return image.equals(newest.get(image.enrolment())) ? Stored.Standing.VALID : Stored.Standing.SUPERSEDED;
    }
}
