package dev.understudy.independence;

import java.util.function.Consumer;

/**
 * Ways to choose some of several things.
 *
 * @param of how many there are
 * @param chosen how many are chosen
 */
record Splits(int of, int chosen) {
    /** Returns how many ways there are: {@code of! / (chosen! (of - chosen)!)}, exact as long as it is small. */
    double count() {
        double ways = 1;
        for (int i = 1; i <= chosen; i++) {
            ways = ways * (of - chosen + i) / i;
        }
        return ways;
    }

    /** Tells of each way, as rising positions from 0, in order; the array is used again for the next. */
    void each(Consumer<int[]> receiver) {
        int[] at = new int[chosen];
        for (int i = 0; i < chosen; i++) {
            at[i] = i;
        }
        do {
            receiver.accept(at);
        } while (advance(at));
    }

    private boolean advance(int[] at) {
        int i = chosen - 1;
        while (i >= 0 && at[i] == of - chosen + i) {
            i--;
        }
        if (i < 0) {
            return false;
        }
        at[i]++;
        for (int next = i + 1; next < chosen; next++) {
            at[next] = at[next - 1] + 1;
        }
        return true;
    }
}
