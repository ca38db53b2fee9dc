package dev.understudy.history.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files that were spoilt at random, always the same ones: they end in rejects, never in an exception. */
class SpoiltFilesTest {
    private static final int ROWS = 40;
    private static final int FILES = 400;
    /** Bytes that mean something somewhere. */
    private static final byte[] MEANINGFUL = "\",;\n\r\0 {}[]:\\Z-+=T".getBytes(StandardCharsets.US_ASCII);

    private final SplittableRandom random = new SplittableRandom(20_261_122);

    @Test
    void one_spoilt_byte_spoils_at_most_the_two_rows_that_it_stands_between() throws IOException {
        byte[] good = file(Format.CSV);
        int header = ManyIncidents.HEADER.length() + 1;
        for (int i = 0; i < FILES; i++) {
            byte[] bytes = good.clone();
            bytes[random.nextInt(header, bytes.length)] = anyByte();

            Takings takings = new Desk().take(bytes);

            assertThat(takings.added()).as("file %d", i).isGreaterThanOrEqualTo(ROWS - 2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatever_is_in_a_file_every_row_is_taken_or_told(Format format) throws IOException {
        byte[] good = file(format);
        for (int i = 0; i < FILES; i++) {
            Desk desk = format == Format.JSONL ? new Desk().jsonLines() : new Desk();
            byte[] bytes = spoilt(good);
            try {
                Takings takings = desk.take(bytes);

                assertThat(takings.rejects()).as("file %d", i).isEqualTo(desk.rejects.size());
                assertThat(takings.added()).as("file %d", i).isEqualTo(desk.store.count());
            } catch (UnusableFile e) {
                assertThat(e).as("file %d", i).message().isNotBlank();
            }
        }
    }

    /** Cuts pieces out, puts pieces in twice, and writes over some. */
    private byte[] spoilt(byte[] good) {
        byte[] bytes = good;
        for (int times = random.nextInt(1, 6); times > 0 && bytes.length > 2; times--) {
            int from = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, from + random.nextInt(200));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(bytes, 0, from);
            switch (random.nextInt(3)) {
                case 0 -> {} // the piece is gone
                case 1 -> {
                    out.write(bytes, from, to - from);
                    out.write(bytes, from, to - from);
                }
                default -> IntStream.range(from, to).forEach(_ -> out.write(anyByte()));
            }
            out.write(bytes, to, bytes.length - to);
            bytes = out.toByteArray();
        }
        return bytes;
    }

    private byte anyByte() {
        return random.nextBoolean() ? MEANINGFUL[random.nextInt(MEANINGFUL.length)] : (byte) random.nextInt(256);
    }

    private static byte[] file(Format format) {
        String csv = IntStream.range(0, ROWS)
                .mapToObj(ManyIncidents::row)
                .map(row -> format == Format.CSV ? row : json(row))
                .collect(Collectors.joining("\n"));
        return ((format == Format.CSV ? ManyIncidents.HEADER + "\n" : "") + csv).getBytes(StandardCharsets.UTF_8);
    }

    private static String json(String row) {
        String[] cells = row.split(",", -1);
        return ("{\"id\": \"%s\", \"service\": \"%s\", \"class\": \"%s\", \"opened\": \"%s\","
                        + " \"participants\": [{\"who\": \"%s\", \"kind\": \"worked\"}]}")
                .formatted(cells[0], cells[1], cells[2], cells[3], cells[5]);
    }
}
