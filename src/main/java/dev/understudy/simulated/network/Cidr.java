package dev.understudy.simulated.network;

import java.util.Optional;
import java.util.regex.Pattern;

/** A block of IPv4 addresses, such as {@code 10.0.0.0/8}. The simulated network has no IPv6. */
record Cidr(int network, int bits) {
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    /** Returns the block, or empty when the text is none. */
    static Optional<Cidr> read(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 2 || !parts[1].matches("\\d{1,2}") || Integer.parseInt(parts[1]) > 32) {
            return Optional.empty();
        }
        int bits = Integer.parseInt(parts[1]);
        return number(parts[0]).map(address -> new Cidr(address & mask(bits), bits));
    }

    static boolean isAddress(String text) {
        return number(text).isPresent();
    }

    boolean contains(String address) {
        return number(address).filter(found -> (found & mask(bits)) == network).isPresent();
    }

    private static int mask(int bits) {
        return bits == 0 ? 0 : -1 << (32 - bits);
    }

    private static Optional<Integer> number(String address) {
        if (!ADDRESS.matcher(address).matches()) {
            return Optional.empty();
        }
        int number = 0;
        for (String part : address.split("\\.", -1)) {
            int value = Integer.parseInt(part);
            if (value > 255) {
                return Optional.empty();
            }
            number = number << 8 | value;
        }
        return Optional.of(number);
    }
}
