package dev.understudy.simulated.controller.job;

import java.util.BitSet;

/** Numbers of completions, written as Jobs write them: {@code 0-2,5}. */
final class Indexes {
    private final BitSet bits = new BitSet();

    static Indexes read(String text) {
        Indexes indexes = new Indexes();
        for (String range : text.split(",")) {
            if (!range.isEmpty()) {
                String[] ends = range.split("-", 2);
                int low = Integer.parseInt(ends[0]);
                indexes.bits.set(low, (ends.length == 2 ? Integer.parseInt(ends[1]) : low) + 1);
            }
        }
        return indexes;
    }

    void add(int index) {
        bits.set(index);
    }

    boolean contains(int index) {
        return bits.get(index);
    }

    int size() {
        return bits.cardinality();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int low = bits.nextSetBit(0); low >= 0; ) {
            int high = bits.nextClearBit(low) - 1;
            text.append(text.isEmpty() ? "" : ",").append(low);
            if (high > low) {
                // two neighbours are written one by one, as the real controller does
                text.append(high == low + 1 ? "," : "-").append(high);
            }
            low = bits.nextSetBit(high + 1);
        }
        return text.toString();
    }
}
