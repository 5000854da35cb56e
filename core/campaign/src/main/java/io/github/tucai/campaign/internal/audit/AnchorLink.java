package io.github.tucai.campaign.internal.audit;

import io.github.tucai.spi.AuditSuite;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** What the hash of an anchor covers. */
record AnchorLink(int number, String previous, String taken, int streams, long events) {
    /** What the first anchor is linked to. */
    static final String GENESIS = "0".repeat(64);

    /** The newest event of a stream as an anchor saw it. */
    record Head(String stream, int sequence, String hash) {}

    String hash(AuditSuite suite, List<Head> moved) {
        StringBuilder text = new StringBuilder(String.join(
                "\n",
                "tucai anchor",
                suite.algorithm(),
                previous,
                Integer.toString(number),
                taken,
                Integer.toString(streams),
                Long.toString(events),
                ""));
        // Databases disagree on how texts are sorted.
        moved.stream().sorted(Comparator.comparing(Head::stream)).forEach(head -> text.append(head.stream())
                .append(' ')
                .append(head.sequence())
                .append(' ')
                .append(head.hash())
                .append('\n'));
        return HexFormat.of().formatHex(suite.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** What a signature under an anchor signs. */
    static byte[] signed(String hash) {
        return ("tucai anchor " + hash).getBytes(StandardCharsets.US_ASCII);
    }
}
