package io.github.tucai.print.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class NaturalOrderProperties {
    @Property
    void isATotalOrder(@ForAll("texts") String a, @ForAll("texts") String b, @ForAll("texts") String c) {
        NaturalOrder order = NaturalOrder.INSTANCE;
        assertThat(Integer.signum(order.compare(a, b))).isEqualTo(-Integer.signum(order.compare(b, a)));
        assertThat(order.compare(a, b) == 0).isEqualTo(a.equals(b));
        List<String> sorted = new ArrayList<>(List.of(a, b, c));
        sorted.sort(order);
        assertThat(order.compare(sorted.get(0), sorted.get(2))).isLessThanOrEqualTo(0);
    }

    @Property
    void numbersInATextCompareByTheirValue(
            @ForAll @IntRange(min = 0, max = 99_999) int a, @ForAll @IntRange(min = 0, max = 99_999) int b) {
        assertThat(Integer.signum(NaturalOrder.INSTANCE.compare("计算机" + a + "班", "计算机" + b + "班")))
                .isEqualTo(Integer.signum(Integer.compare(a, b)));
    }

    @Example
    void leadingZerosTellTextsApart() {
        assertThat(NaturalOrder.INSTANCE.compare("007", "7")).isNotZero();
        assertThat(NaturalOrder.INSTANCE.compare("2班", "10班")).isNegative();
    }

    @Provide
    static Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("0127班A-").ofMaxLength(6);
    }
}
