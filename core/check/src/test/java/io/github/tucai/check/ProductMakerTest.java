package io.github.tucai.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.check.internal.Photos;
import io.github.tucai.photo.Advice;
import io.github.tucai.photo.Crop;
import io.github.tucai.photo.Finishing;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.Measures;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.photo.ProductSpec;
import io.github.tucai.spi.PhotoFinisher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProductMakerTest {
    private static final ProductSpec SPEC = PhotoProfiles.get("CN-DEGREE").product();
    private static final PhotoImage PHOTO = PhotoImage.copyOf(new byte[] {1});
    private static final Finishing MADE = new Finishing.Impossible(List.of(new Advice("无", "none")));

    private final List<Crop> crops = new ArrayList<>();
    private final ProductMaker maker = ProductMaker.with(new Cutter());

    @Test
    void theFinisherIsGivenTheCropThatTheMeasurementsAskFor() {
        assertThat(make(Photos.measured(Photos.FILE, Photos.good()), SPEC)).isSameAs(MADE);
        assertThat(crops).hasSize(1);
        assertThat(crops.get(0).left()).isBetween(0.0, 300.0);
    }

    @Test
    void onlyWhereTheBackgroundIsFilledMayTheCropReachOutAboveTheHead() {
        Measurements tight = Photos.goodBut(Measures.HEAD_TOP, 150);
        make(tight, SPEC);
        make(tight, SPEC.withBackground(Optional.empty()));
        assertThat(crops).hasSize(2);
        assertThat(crops.get(0).top()).isNegative();
        assertThat(crops.get(1).top()).isNotNegative();
    }

    @Test
    void theFinisherIsNotAskedWhereNoCropIsAProduct() {
        assertThat(make(Photos.goodBut(Measures.HEAD_ROLL, 180), SPEC)).isInstanceOf(Finishing.Impossible.class);
        assertThat(crops).isEmpty();
    }

    private Finishing make(Measurements measured, ProductSpec spec) {
        return maker.make(PHOTO, measured, spec);
    }

    /** Remembers what it was asked for. */
    private final class Cutter implements PhotoFinisher {
        @Override
        public String id() {
            return "cutter";
        }

        @Override
        public Finishing finish(PhotoImage original, Crop crop, ProductSpec spec) {
            crops.add(crop);
            return MADE;
        }
    }
}
