package dev.understudy.fault;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Addresses that share their first bits.
 *
 * @param first one of them as a number
 * @param width bits of an address: 32 or 128
 * @param shared how many bits they share
 */
record AddressBlock(BigInteger first, int width, int shared) {
    private static final int OLD = 32;
    private static final int NEW = 128;

    /**
     * Reads {@code 10.0.0.0/8} or {@code fd00::/8}.
     *
     * @throws IllegalArgumentException when it is neither
     */
    static AddressBlock of(String text) {
        String[] parts = text.split("/", -1);
        boolean whole = parts.length == 2 && parts[1].matches("\\d{1,3}");
        return Optional.of(whole)
                .filter(Boolean::booleanValue)
                .flatMap(_ -> address(parts[0]))
                .map(a -> new AddressBlock(a.first, a.width, Integer.parseInt(parts[1])))
                .filter(block -> block.shared <= block.width)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + text + "' is no block of addresses; write 10.0.0.0/8 or fd00::/8"));
    }

    /** Tells whether its addresses have four bytes. */
    boolean isOld() {
        return width == OLD;
    }

    /** Tells whether an address lies in the block; no text that is not an address does. */
    boolean contains(String other) {
        return address(other)
                .filter(a -> a.width == width)
                .filter(a -> a.first.xor(first).shiftRight(width - shared).signum() == 0)
                .isPresent();
    }

    private static Optional<AddressBlock> address(String text) {
        return text.contains(":") ? wide(text) : number(List.of(text.split("\\.", -1)), 4, "\\d{1,3}", 10, OLD);
    }

    /** Writes out the zeros that {@code ::} stands for. */
    private static Optional<AddressBlock> wide(String text) {
        String[] halves = text.split("::", -1);
        List<String> groups = new ArrayList<>(groups(halves[0]));
        if (halves.length == 2) {
            List<String> tail = groups(halves[1]);
            for (int left = 8 - groups.size() - tail.size(); left > 0; left--) {
                groups.add("0");
            }
            groups.addAll(tail);
        }
        return halves.length > 2 ? Optional.empty() : number(groups, 8, "[0-9a-fA-F]{1,4}", 16, NEW);
    }

    private static List<String> groups(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(":", -1));
    }

    private static Optional<AddressBlock> number(List<String> parts, int count, String form, int radix, int width) {
        int size = width / count;
        BigInteger number = BigInteger.ZERO;
        for (String part : parts) {
            if (!part.matches(form) || Integer.parseInt(part, radix) >> size != 0) {
                return Optional.empty();
            }
            number = number.shiftLeft(size).add(new BigInteger(part, radix));
        }
        return parts.size() == count ? Optional.of(new AddressBlock(number, width, width)) : Optional.empty();
    }
}
