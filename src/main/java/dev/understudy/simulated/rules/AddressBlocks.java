package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** Blocks of addresses in network policies: {@code 10.0.0.0/8}, and holes in them. */
final class AddressBlocks {
    private static final String FORM = "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)";

    private record Block(byte[] address, int bits) {
        boolean holds(Block other) {
            return address.length == other.address.length && bits < other.bits && sameUpTo(other.address, bits);
        }

        boolean hasLooseBits() {
            for (int bit = bits; bit < address.length * 8; bit++) {
                if (bit(address, bit)) {
                    return true;
                }
            }
            return false;
        }

        private boolean sameUpTo(byte[] other, int count) {
            for (int bit = 0; bit < count; bit++) {
                if (bit(address, bit) != bit(other, bit)) {
                    return false;
                }
            }
            return true;
        }

        private static boolean bit(byte[] bytes, int number) {
            return (bytes[number / 8] >> (7 - number % 8) & 1) == 1;
        }
    }

    private AddressBlocks() {}

    static void check(JsonNode ipBlock, String path, Problems problems) {
        JsonNode cidr = ipBlock.path("cidr");
        if (cidr.asText("").isEmpty()) {
            problems.required(path + ".cidr", "");
            return;
        }
        Optional<Block> whole = checked(cidr, path + ".cidr", problems);
        JsonNode holes = ipBlock.path("except");
        for (int i = 0; i < holes.size(); i++) {
            String at = path + ".except[" + i + "]";
            JsonNode hole = holes.get(i);
            checked(hole, at, problems)
                    .filter(block -> whole.isPresent() && !whole.get().holds(block))
                    .ifPresent(_ -> problems.invalid(at, hole, "must be a strict subset of `cidr`"));
        }
    }

    private static Optional<Block> checked(JsonNode text, String path, Problems problems) {
        Optional<Block> block = read(text.asText());
        if (block.isEmpty()) {
            problems.invalid(path, text, FORM);
        } else if (block.get().hasLooseBits()) {
            problems.invalid(path, text, "must not have bits set beyond the prefix length");
        }
        return block;
    }

    private static Optional<Block> read(String text) {
        String[] parts = text.split("/", -1);
        // only what looks like an address is handed on: a name would be asked of DNS
        if (parts.length != 2 || !DnsNames.isAddress(parts[0]) || !parts[1].matches("\\d{1,3}")) {
            return Optional.empty();
        }
        try {
            byte[] address = InetAddress.getByName(parts[0]).getAddress();
            int bits = Integer.parseInt(parts[1]);
            return bits <= address.length * 8 ? Optional.of(new Block(address, bits)) : Optional.empty();
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }
}
