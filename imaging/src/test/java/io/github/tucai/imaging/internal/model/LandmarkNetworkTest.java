package io.github.tucai.imaging.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LandmarkNetworkTest {
    @Test
    void theFirstLookAnswersWhatTheWholeNetworkAnswersButForLipsAndLids() {
        float[] picture = new float[192 * 192 * 3];
        Random random = new Random(7);
        for (int i = 0; i < picture.length; i++) {
            picture[i] = random.nextFloat();
        }
        List<Network> networks = LandmarkNetwork.load().networks();
        List<float[]> first = networks.get(0).run(picture);
        List<float[]> whole = networks.get(1).run(picture);
        assertThat(first).hasSize(4);
        assertThat(first.get(0)).containsExactly(whole.get(0));
        assertThat(first.get(1)).containsExactly(whole.get(4));
        assertThat(first.get(2)).containsExactly(whole.get(5));
        assertThat(first.get(3)).containsExactly(whole.get(6));
    }
}
