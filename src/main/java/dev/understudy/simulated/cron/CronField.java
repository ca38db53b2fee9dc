package dev.understudy.simulated.cron;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * The values that one field of a schedule allows.
 *
 * @param values as bits
 * @param any whether the field was left open by a star
 */
record CronField(BitSet values, boolean any) {
    /** What a field may contain: the least and the largest number, and names for the numbers from {@code low} on. */
    enum Kind {
        MINUTE(0, 59),
        HOUR(0, 23),
        DAY(1, 31),
        MONTH(1, 12, "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
        WEEKDAY(0, 6, "sun", "mon", "tue", "wed", "thu", "fri", "sat");

        private final int low;
        private final int high;
        private final List<String> names;

        Kind(int low, int high, String... names) {
            this.low = low;
            this.high = high;
            this.names = List.of(names);
        }

        private int number(String text) {
            int named = names.indexOf(text.toLowerCase(Locale.ROOT));
            return named >= 0 ? low + named : whole(text);
        }
    }

    boolean allows(int value) {
        return values.get(value);
    }

    /** Reads numbers, ranges, steps, names and lists of these. */
    static CronField read(Kind kind, String text) {
        BitSet values = new BitSet();
        boolean any = false;
        for (String part : text.split(",")) {
            if (!part.isEmpty()) {
                any |= readRange(kind, part, values);
            }
        }
        return new CronField(values, any);
    }

    /** Returns whether the range is a star that leaves nothing out. */
    private static boolean readRange(Kind kind, String part, BitSet values) {
        String[] rangeAndStep = part.split("/", -1);
        String[] ends = rangeAndStep[0].split("-", -1);
        boolean star = ends[0].equals("*") || ends[0].equals("?");
        int low = star ? kind.low : kind.number(ends[0]);
        if (!star && ends.length > 2) {
            throw new BadSchedule("too many hyphens: " + part);
        }
        int high = star ? kind.high : ends.length == 2 ? kind.number(ends[1]) : low;
        if (rangeAndStep.length > 2) {
            throw new BadSchedule("too many slashes: " + part);
        }
        int step = 1;
        if (rangeAndStep.length == 2) {
            step = whole(rangeAndStep[1]);
            high = ends.length == 1 ? kind.high : high;
        }
        check(kind, low, high, step, part);
        for (int value = low; value <= high; value += step) {
            values.set(value);
        }
        return star && step == 1;
    }

    private static void check(Kind kind, int low, int high, int step, String part) {
        if (low < kind.low) {
            throw new BadSchedule("beginning of range (" + low + ") below minimum (" + kind.low + "): " + part);
        }
        if (high > kind.high) {
            throw new BadSchedule("end of range (" + high + ") above maximum (" + kind.high + "): " + part);
        }
        if (low > high) {
            throw new BadSchedule("beginning of range (" + low + ") beyond end of range (" + high + "): " + part);
        }
        if (step == 0) {
            throw new BadSchedule("step of range should be a positive number: " + part);
        }
    }

    private static int whole(String text) {
        try {
            int number = Integer.parseInt(text);
            if (number < 0) {
                throw new BadSchedule("negative number (" + number + ") not allowed: " + text);
            }
            return number;
        } catch (NumberFormatException notANumber) {
            throw new BadSchedule(
                    "failed to parse int from " + text + ": strconv.Atoi: parsing \"" + text + "\": invalid syntax");
        }
    }
}
