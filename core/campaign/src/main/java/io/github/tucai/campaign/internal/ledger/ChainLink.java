package io.github.tucai.campaign.internal.ledger;

import io.github.tucai.spi.AuditSuite;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** One link of the chain: what its hash covers besides the encrypted payload. */
public record ChainLink(String stream, int sequence, String type, int schema, String happened, String actor) {
    /** What the first event of a stream is linked to: what the table says of the stream. */
    public static String genesis(
            AuditSuite suite, String stream, String campaign, String kind, String lookup, String school) {
        String text = String.join("\n", "tucai stream", stream, campaign, kind, lookup, school);
        return HexFormat.of().formatHex(suite.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    public String hash(AuditSuite suite, String previous, byte[] payload) {
        byte[] head = String.join(
                        "\n",
                        previous,
                        stream,
                        Integer.toString(sequence),
                        type,
                        Integer.toString(schema),
                        happened,
                        actor,
                        Integer.toString(payload.length),
                        "")
                .getBytes(StandardCharsets.UTF_8);
        return HexFormat.of()
                .formatHex(suite.digest(ByteBuffer.allocate(head.length + payload.length)
                        .put(head)
                        .put(payload)
                        .array()));
    }
}
