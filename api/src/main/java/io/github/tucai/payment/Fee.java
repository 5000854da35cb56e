package io.github.tucai.payment;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of money in yuan (CNY), exact to the fen.
 *
 * @param yuan not negative, two decimals
 */
public record Fee(BigDecimal yuan) implements Comparable<Fee> {
    /** Nothing. */
    public static final Fee ZERO = Fee.of("0.00");
    /** ¥15.00 a student, for the electronic photo and five prints (N3.1). */
    public static final Fee OF_THE_NOTICE = Fee.of("15.00");

    public Fee {
        if (yuan.signum() < 0) {
            throw new IllegalArgumentException("a fee is not negative, got " + yuan);
        }
        if (yuan.stripTrailingZeros().scale() > 2) {
            throw new IllegalArgumentException("a fee has at most two decimals, got " + yuan);
        }
        yuan = yuan.setScale(2, RoundingMode.UNNECESSARY);
    }

    /** Reads {@code 15}, {@code 15.0} or {@code 15.00}. */
    public static Fee of(String yuan) {
        return new Fee(new BigDecimal(yuan));
    }

    /** This fee for so many students. */
    public Fee times(int students) {
        return new Fee(yuan.multiply(BigDecimal.valueOf(students)));
    }

    /** The sum. */
    public Fee plus(Fee other) {
        return new Fee(yuan.add(other.yuan));
    }

    @Override
    public int compareTo(Fee other) {
        return yuan.compareTo(other.yuan);
    }

    @Override
    public String toString() {
        return "¥" + yuan.toPlainString();
    }
}
