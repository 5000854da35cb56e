package io.github.tucai.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PictureHashProperties {
    @Property
    void readingItsDigitsGivesTheSameHash(@ForAll("hashes") PictureHash hash) {
        assertThat(PictureHash.parse(hash.hex())).isEqualTo(hash).hasSameHashCodeAs(hash);
    }

    @Property
    void aDistanceIsTheSameFromEitherSideAndNoneToItself(
            @ForAll("hashes") PictureHash one, @ForAll("hashes") PictureHash other) {
        assertThat(one.distance(one)).isZero();
        assertThat(one.distance(other)).isEqualTo(other.distance(one)).isBetween(0, PictureHash.BITS);
    }

    @Property
    void aFlippedBitIsOneAway(@ForAll("words") long[] words, @ForAll("bits") int bit) {
        long[] flipped = words.clone();
        flipped[bit / 64] ^= 1L << bit % 64;
        assertThat(PictureHash.copyOf(flipped).distance(PictureHash.copyOf(words)))
                .isEqualTo(1);
    }

    @Example
    void refusesWhatIsNoHashAndSaysNoBits() {
        assertThatThrownBy(() -> PictureHash.parse("00")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PictureHash.parse("g".repeat(64))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PictureHash.copyOf(new long[3])).isInstanceOf(IllegalArgumentException.class);
        assertThat(PictureHash.copyOf(new long[] {7, 7, 7, 7})).asString().doesNotContain("7");
    }

    @Provide
    static Arbitrary<Integer> bits() {
        return Arbitraries.integers().between(0, PictureHash.BITS - 1);
    }

    @Provide
    static Arbitrary<long[]> words() {
        return Arbitraries.longs().array(long[].class).ofSize(4);
    }

    @Provide
    static Arbitrary<PictureHash> hashes() {
        return words().map(PictureHash::copyOf);
    }
}
