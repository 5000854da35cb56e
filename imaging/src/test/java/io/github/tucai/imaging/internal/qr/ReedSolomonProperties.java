package io.github.tucai.imaging.internal.qr;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.reedsolomon.GenericGF;
import com.google.zxing.common.reedsolomon.ReedSolomonEncoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ReedSolomonProperties {
    @Property
    void doubtCostsOneParityCodewordAndAnErrorTwo(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 100) int data,
            @ForAll @IntRange(min = 7, max = 30) int parity,
            @ForAll @IntRange(max = 13) int errors) {
        int wrong = Math.min(errors, (parity - 1) / 2 - 2);
        int doubtful = Math.min(parity - 1 - 2 * wrong, parity - 4 - wrong);
        Random random = new Random(seed);
        int[] word = encoded(random, data, parity);
        int[] damaged = word.clone();
        List<Integer> places = places(random, word.length);
        List<Integer> doubted = places.subList(0, Math.min(doubtful, word.length));
        doubted.forEach(place -> damaged[place] = random.nextInt(256));
        places.subList(doubted.size(), Math.min(doubted.size() + wrong, word.length))
                .forEach(place -> damaged[place] ^= 1 + random.nextInt(255));
        assertThat(ReedSolomon.correct(damaged, parity, doubted)).isTrue();
        assertThat(damaged).isEqualTo(word);
    }

    @Property
    void noiseIsLeftAlone(@ForAll long seed, @ForAll @IntRange(max = 10) int doubtful) {
        Random random = new Random(seed);
        int[] noise = random.ints(40, 0, 256).toArray();
        int[] before = noise.clone();
        boolean corrected = ReedSolomon.correct(noise, 16, places(random, 40).subList(0, doubtful));
        assertThat(corrected).isFalse();
        assertThat(noise).isEqualTo(before);
    }

    private static int[] encoded(Random random, int data, int parity) {
        int[] word = new int[data + parity];
        IntStream.range(0, data).forEach(i -> word[i] = random.nextInt(256));
        new ReedSolomonEncoder(GenericGF.QR_CODE_FIELD_256).encode(word, parity);
        return word;
    }

    private static List<Integer> places(Random random, int length) {
        List<Integer> places =
                new ArrayList<>(IntStream.range(0, length).boxed().toList());
        Collections.shuffle(places, random);
        return places;
    }
}
