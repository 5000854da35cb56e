package io.github.tucai.portraits.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PortraitSpecTest {
    @Test
    void refusesADialBeyondItsRange() {
        assertThatThrownBy(() -> PortraitSpec.builder().set(Dial.YAW, 61))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("YAW must be from -60.0 to 60.0, got 61.0");
        assertThatThrownBy(() -> PortraitSpec.builder().set(Dial.YAW, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAPictureWithoutOrWithTooManyPixels() {
        assertThatThrownBy(() -> PortraitSpec.builder().size(600, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("height");
        assertThatThrownBy(() -> PortraitSpec.builder().size(100_000, 800))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("width");
    }

    @Test
    void refusesAColourThatIsNone() {
        assertThatThrownBy(() -> PortraitSpec.builder().tint(Tint.HAIR, 0xff000000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("HAIR");
    }

    @Test
    void theFirstPhotoIsNoRetake() {
        assertThatThrownBy(() -> PortraitSpec.registration(1).retake(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void changesAreCopies() {
        PortraitSpec spec = PortraitSpec.builder().build();
        PortraitSpec turned = spec.with(Dial.YAW, 10);
        assertThat(spec.get(Dial.YAW)).isZero();
        assertThat(turned.get(Dial.YAW)).isEqualTo(10);
        PortraitSpec.Builder builder = spec.toBuilder();
        PortraitSpec before = builder.build();
        builder.with(Extra.EARRINGS);
        assertThat(before.has(Extra.EARRINGS)).isFalse();
        assertThat(builder.build().has(Extra.EARRINGS)).isTrue();
    }
}
