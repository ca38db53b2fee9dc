package dev.understudy.simulated.prometheus;

/**
 * A word of a query.
 *
 * @param text the word; of a string what it says
 * @param position where it begins, from 0
 */
record Token(Sort sort, String text, int position) {
    enum Sort {
        NAME,
        NUMBER,
        DURATION,
        STRING,
        SIGN,
        END
    }

    boolean is(String sign) {
        return (sort == Sort.SIGN || sort == Sort.NAME) && text.equals(sign);
    }
}
