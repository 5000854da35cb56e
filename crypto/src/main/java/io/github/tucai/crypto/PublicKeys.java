package io.github.tucai.crypto;

import io.github.tucai.key.PublicPoint;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;

/**
 * Public keys as Bouncy Castle reads them, those used last. A key that stays keeps the multiples of its point that the first
 * verification computes, which is more than half of the work of each. Nothing here is secret. Safe for concurrent use.
 */
final class PublicKeys {
    static final int MOST = 64;

    private final Map<PublicPoint, ECPublicKeyParameters> lastUsed = new LinkedHashMap<>(16, 0.75f, true);
    private final Function<PublicPoint, ECPublicKeyParameters> reader;

    /** Keys that a reader makes of points; it throws where a point is on no curve, and then nothing is kept. */
    PublicKeys(Function<PublicPoint, ECPublicKeyParameters> reader) {
        this.reader = reader;
    }

    synchronized ECPublicKeyParameters of(PublicPoint point) {
        ECPublicKeyParameters known = lastUsed.get(point);
        if (known != null) {
            return known;
        }
        ECPublicKeyParameters fresh = reader.apply(point);
        lastUsed.put(point, fresh);
        if (lastUsed.size() > MOST) {
            Iterator<PublicPoint> eldestFirst = lastUsed.keySet().iterator();
            eldestFirst.next();
            eldestFirst.remove();
        }
        return fresh;
    }

    synchronized int size() {
        return lastUsed.size();
    }
}
