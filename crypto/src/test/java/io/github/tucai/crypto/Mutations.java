package io.github.tucai.crypto;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;

/** Changes to bytes: blind ones, and ones that know the structure and keep it well formed. */
final class Mutations {
    private final Random random;

    Mutations(long seed) {
        this.random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** A change that knows nothing of what the bytes mean; {@code donor} is another specimen of the same kind. */
    byte[] blind(byte[] bytes, byte[] donor) {
        return switch (below(8)) {
            case 0 -> flipped(bytes);
            case 1 -> with(bytes, below(bytes.length), (byte) below(256));
            case 2 -> java.util.Arrays.copyOf(bytes, below(bytes.length));
            case 3 -> java.util.Arrays.copyOf(bytes, bytes.length + 1 + below(32));
            case 4 -> spliced(bytes, donor);
            case 5 -> without(bytes, below(bytes.length));
            case 6 -> inserted(bytes, below(bytes.length), (byte) below(256));
            default -> swapped(bytes);
        };
    }

    private byte[] flipped(byte[] bytes) {
        byte[] changed = bytes.clone();
        for (int i = below(3); i >= 0; i--) {
            changed[below(changed.length)] ^= (byte) (1 << below(8));
        }
        return changed;
    }

    private static byte[] with(byte[] bytes, int at, byte value) {
        byte[] changed = bytes.clone();
        changed[at] = value;
        return changed;
    }

    /** A stretch of the donor in place of the own one. */
    private byte[] spliced(byte[] bytes, byte[] donor) {
        byte[] changed = bytes.clone();
        int shorter = Math.min(bytes.length, donor.length);
        int from = below(shorter);
        System.arraycopy(donor, from, changed, from, below(shorter - from) + 1);
        return changed;
    }

    private static byte[] without(byte[] bytes, int at) {
        byte[] changed = new byte[bytes.length - 1];
        System.arraycopy(bytes, 0, changed, 0, at);
        System.arraycopy(bytes, at + 1, changed, at, changed.length - at);
        return changed;
    }

    private static byte[] inserted(byte[] bytes, int at, byte value) {
        byte[] changed = new byte[bytes.length + 1];
        System.arraycopy(bytes, 0, changed, 0, at);
        changed[at] = value;
        System.arraycopy(bytes, at, changed, at + 1, bytes.length - at);
        return changed;
    }

    private byte[] swapped(byte[] bytes) {
        byte[] changed = bytes.clone();
        int one = below(bytes.length);
        int other = below(bytes.length);
        changed[one] = bytes[other];
        changed[other] = bytes[one];
        return changed;
    }

    /** One node of the ASN.1 tree removed, doubled, moved or replaced, the rest written again as a correct structure. */
    byte[] structural(byte[] der) {
        try {
            ASN1Primitive root = ASN1Primitive.fromByteArray(der);
            int[] countdown = {below(size(root))};
            ASN1Encodable changed = walk(root, countdown);
            return changed.toASN1Primitive().getEncoded(below(8) == 0 ? ASN1Encoding.BER : ASN1Encoding.DER);
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            return new byte[0];
        }
    }

    private static int size(ASN1Encodable node) {
        int count = 1;
        for (ASN1Encodable child : children(node)) {
            count += size(child);
        }
        return count;
    }

    private static List<ASN1Encodable> children(ASN1Encodable node) {
        List<ASN1Encodable> children = new ArrayList<>();
        if (node instanceof ASN1Sequence sequence) {
            sequence.forEach(children::add);
        } else if (node instanceof ASN1Set set) {
            set.forEach(children::add);
        } else if (node instanceof ASN1TaggedObject tagged) {
            children.add(tagged.getBaseObject());
        }
        return children;
    }

    private ASN1Encodable walk(ASN1Encodable node, int[] countdown) {
        if (countdown[0]-- == 0) {
            return changed(node);
        }
        if (node instanceof ASN1TaggedObject tagged) {
            return new DERTaggedObject(tagged.isExplicit(), tagged.getTagNo(), walk(tagged.getBaseObject(), countdown));
        }
        if (!(node instanceof ASN1Sequence) && !(node instanceof ASN1Set)) {
            return node;
        }
        ASN1EncodableVector parts = new ASN1EncodableVector();
        for (ASN1Encodable child : children(node)) {
            parts.add(walk(child, countdown));
        }
        return node instanceof ASN1Set ? new DERSet(parts) : new DERSequence(parts);
    }

    private ASN1Encodable changed(ASN1Encodable node) {
        List<ASN1Encodable> children = children(node);
        if (!children.isEmpty() && !(node instanceof ASN1TaggedObject)) {
            return rearranged(node, children);
        }
        return switch (below(5)) {
            case 0 -> DERNull.INSTANCE;
            case 1 -> new ASN1Integer(below(1 << 16));
            case 2 -> new DERTaggedObject(below(2) == 0, below(4), node);
            case 3 -> new DERSequence(node);
            default ->
                node instanceof ASN1OctetString octets && octets.getOctets().length > 0
                        ? new DEROctetString(blind(octets.getOctets(), octets.getOctets()))
                        : new DEROctetString(new byte[below(40)]);
        };
    }

    private ASN1Encodable rearranged(ASN1Encodable node, List<ASN1Encodable> children) {
        int at = below(children.size());
        switch (below(4)) {
            case 0 -> children.remove(at);
            case 1 -> children.add(at, children.get(below(children.size())));
            case 2 -> children.add(children.remove(at));
            default -> {
                ASN1EncodableVector same = new ASN1EncodableVector();
                children.forEach(same::add);
                return new BERSequence(same);
            }
        }
        ASN1EncodableVector parts = new ASN1EncodableVector();
        children.forEach(parts::add);
        return node instanceof ASN1Set ? new DERSet(parts) : new DERSequence(parts);
    }
}
