package dev.understudy.fault;

import java.util.SplittableRandom;

/** Random text that the seed and what it is for decide: names and marks of what a fault creates. */
final class Token {
    private Token() {}

    /**
     * Returns sixteen hexadecimal digits.
     *
     * @param purpose tells two faults of one scenario apart, such as the text of the spec
     */
    static String of(Moment moment, String purpose) {
        SplittableRandom random = new SplittableRandom(moment.seed() ^ purpose.hashCode());
        return String.format("%016x", random.nextLong());
    }
}
