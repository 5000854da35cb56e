package io.github.tucai.portraits;

import io.github.tucai.portraits.spec.DrawnPortrait;
import io.github.tucai.portraits.spec.Hair;
import io.github.tucai.portraits.spec.PortraitSpec;
import io.github.tucai.portraits.spec.Quality;
import java.nio.file.Path;

/** Small, quick portraits for tests, drawn once a build. */
final class Sketches {
    private static final PortraitCache CACHE = PortraitCache.in(Path.of("target", "portraits"));

    private Sketches() {}

    static PortraitSpec small(PortraitSpec spec) {
        return spec.sized(150, 200).with(Quality.DRAFT);
    }

    static PortraitSpec student() {
        return small(PortraitSpec.registration(1)).toBuilder().hair(Hair.SHORT).build();
    }

    static DrawnPortrait draw(PortraitSpec spec) {
        return CACHE.get(spec);
    }
}
