package io.github.tucai.portraits.internal;

import io.github.tucai.portraits.spec.Dial;
import io.github.tucai.portraits.spec.PortraitSpec;

/** Takes rest points to where they are once the head has turned and the trunk has tilted. */
final class Stance {
    private static final Vec HEAD_PIVOT = new Vec(0, -6, -4);
    private static final Vec TRUNK_PIVOT = new Vec(0, -16, -5);

    private final Turn head;
    private final Turn trunk;

    Stance(PortraitSpec spec) {
        head = Turn.of(spec.get(Dial.YAW), spec.get(Dial.PITCH), spec.get(Dial.ROLL));
        trunk = Turn.of(0, 0, spec.get(Dial.SHOULDER_TILT));
    }

    Vec head(Vec rest) {
        return about(HEAD_PIVOT, head, rest);
    }

    Vec trunk(Vec rest) {
        return about(TRUNK_PIVOT, trunk, rest);
    }

    /** Something that belongs to both, as the neck does: 0 moves with the head, 1 with the trunk. */
    Vec between(Vec rest, double share) {
        return head(rest).mix(trunk(rest), share);
    }

    private static Vec about(Vec pivot, Turn turn, Vec rest) {
        return turn.apply(rest.minus(pivot)).plus(pivot);
    }
}
