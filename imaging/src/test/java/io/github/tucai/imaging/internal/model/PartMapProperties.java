package io.github.tucai.imaging.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.tucai.imaging.internal.pixel.Crop;
import io.github.tucai.imaging.internal.pixel.Tile;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;

class PartMapProperties {
    @Property(tries = 20)
    void thePartOfAPixelIsTheOneThatLeads(
            @ForAll long seed,
            @ForAll @IntRange(max = Tile.SIZE - 1) int column,
            @ForAll @IntRange(max = Tile.SIZE - 1) int row) {
        PartMap map = map(seed, 1);
        for (Part part : Part.values()) {
            assertThat(map.lead(part, column, row) > 0).isEqualTo(map.at(column, row) == part);
        }
    }

    @Property(tries = 20)
    void allPartsTogetherAreCertainAndNoneIsLikelierThanAgainstOneOther(
            @ForAll long seed,
            @ForAll @IntRange(max = Tile.SIZE - 1) int column,
            @ForAll @IntRange(max = Tile.SIZE - 1) int row,
            @ForAll @FloatRange(min = 1, max = 2000) float strength) {
        PartMap map = map(seed, strength);
        double sum = 0;
        for (Part part : Part.values()) {
            double probability = map.probability(part, column, row);
            sum += probability;
            assertThat(probability).isBetween(0.0, 1 / (1 + Math.exp(-map.lead(part, column, row))) + 1e-6);
        }
        assertThat(sum).isCloseTo(1, within(1e-6));
    }

    private static PartMap map(long seed, float strength) {
        Random random = new Random(seed);
        float[] logits = new float[Tile.SIZE * Tile.SIZE * Part.values().length];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = strength * random.nextFloat();
        }
        return new PartMap(Crop.square(0, 0, 1), new float[0], logits);
    }
}
