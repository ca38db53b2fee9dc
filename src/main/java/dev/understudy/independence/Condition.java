package dev.understudy.independence;

/**
 * A clause, and what would make it hold.
 *
 * @param lacks in words; empty when it holds, or when nobody should do anything about it
 */
record Condition(Clause clause, String lacks) {
    boolean holds() {
        return clause.holds();
    }
}
