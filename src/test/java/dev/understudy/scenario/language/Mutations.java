package dev.understudy.scenario.language;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Ways to spoil a file, chosen by a seeded generator: the same seed spoils it in the same way. */
final class Mutations {
    private static final List<String> PIECES = List.of(
            "&a ",
            "*a",
            "<<: *a\n",
            "[",
            "]",
            "{",
            "}",
            ": ",
            "- ",
            "\n",
            "\t",
            "\"",
            "'",
            "|\n",
            ">-\n",
            "#",
            "? ",
            "!!int ",
            "!x ",
            "---\n",
            "...\n",
            "%YAML 1.1\n",
            "${",
            "}",
            "${replicas}",
            "$${",
            "~",
            "null",
            "0x1F",
            "0777",
            "1e999999999",
            ".inf",
            "99999999999999999999",
            "P1D",
            "1h1h1h",
            "-1s",
            "é",
            "\uD83D\uDE00",
            "\u2028",
            "\u0000",
            "\uFEFF",
            "&a [*a, *a]",
            "kind: Roster\n",
            "spec: {}\n");

    private static final int LARGEST = 5 << 18;

    private final RandomGenerator random;

    Mutations(RandomGenerator random) {
        this.random = random;
    }

    /** Returns the file with one to six mistakes. */
    byte[] of(byte[] file) {
        byte[] spoilt = file;
        for (int i = random.nextInt(1, 7); i > 0; i--) {
            spoilt = once(spoilt);
            // what is far beyond the limit is refused unread, and would only fill the heap here
            spoilt = spoilt.length > LARGEST ? Arrays.copyOf(spoilt, LARGEST) : spoilt;
        }
        return spoilt;
    }

    private byte[] once(byte[] file) {
        if (file.length == 0) {
            return file;
        }
        return switch (random.nextInt(10)) {
            case 0 -> flip(file);
            case 1 -> insert(file, bytes(PIECES.get(random.nextInt(PIECES.size()))));
            case 2 ->
                insert(file, bytes(PIECES.get(random.nextInt(PIECES.size())).repeat(random.nextInt(1, 400))));
            case 3 -> deleteToken(file);
            case 4 -> duplicateLines(file);
            case 5 -> Arrays.copyOf(file, random.nextInt(file.length));
            case 6 -> insert(file, bytes("[{a: ".repeat(random.nextInt(1, 2000))));
            case 7 -> insert(file, bomb());
            case 8 -> insert(file, longText());
            default -> swapTokens(file);
        };
    }

    private byte[] flip(byte[] file) {
        byte[] spoilt = file.clone();
        spoilt[random.nextInt(file.length)] = (byte) random.nextInt(256);
        return spoilt;
    }

    private byte[] insert(byte[] file, byte[] piece) {
        int at = random.nextInt(file.length + 1);
        byte[] spoilt = Arrays.copyOf(file, file.length + piece.length);
        System.arraycopy(piece, 0, spoilt, at, piece.length);
        System.arraycopy(file, at, spoilt, at + piece.length, file.length - at);
        return spoilt;
    }

    private byte[] deleteToken(byte[] file) {
        String[] tokens = tokens(file);
        tokens[random.nextInt(tokens.length)] = "";
        return bytes(String.join("", tokens));
    }

    private byte[] swapTokens(byte[] file) {
        String[] tokens = tokens(file);
        int one = random.nextInt(tokens.length);
        int other = random.nextInt(tokens.length);
        String kept = tokens[one];
        tokens[one] = tokens[other];
        tokens[other] = kept;
        return bytes(String.join("", tokens));
    }

    private byte[] duplicateLines(byte[] file) {
        String[] lines = new String(file, StandardCharsets.ISO_8859_1).split("(?<=\n)");
        int from = random.nextInt(lines.length);
        int to = Math.min(lines.length, from + random.nextInt(1, 6));
        String copied = String.join("", Arrays.copyOfRange(lines, from, to));
        return insert(file, bytes(copied.repeat(random.nextInt(1, Math.clamp(LARGEST / copied.length(), 2, 50)))));
    }

    private byte[] bomb() {
        StringBuilder bomb = new StringBuilder("\na0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        int levels = random.nextInt(1, 12);
        int width = random.nextInt(1, 10);
        for (int i = 1; i <= levels; i++) {
            bomb.append(
                    "a%d: &a%d [%s]\n".formatted(i, i, "*a%d, ".formatted(i - 1).repeat(width)));
        }
        return bytes(bomb.toString());
    }

    private byte[] longText() {
        String text = "\nl: &l ${replicas}" + "x ${replicas}".repeat(random.nextInt(1, 20_000));
        return bytes(text + "\nm: [" + "*l, ".repeat(random.nextInt(1, 20_000)) + "]\n");
    }

    private static String[] tokens(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1).split("(?<=[ \n:,{}\\[\\]\"])");
    }

    private static byte[] bytes(String text) {
        boolean latin = text.chars().allMatch(c -> c < 256);
        return text.getBytes(latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }
}
