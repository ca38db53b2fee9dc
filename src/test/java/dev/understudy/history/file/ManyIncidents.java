package dev.understudy.history.file;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/** As many incidents as one likes, each always the same, with the people and services of the sample history. */
public final class ManyIncidents {
    public static final String HEADER =
            "id,service,class,opened,acknowledged,acknowledged_by,resolved,resolved_by,escalations,worked,reassigned,advised,changed";

    private static final Instant FIRST = Instant.parse("2016-01-01T00:00:00Z");
    private static final int SECONDS_BETWEEN = 300;
    private static final List<String> PEOPLE =
            List.of("ana", "bo@shop.example", "U03", "P04", "eli", "FAY@shop.example");
    private static final List<String> SERVICES = List.of("checkout", "payments", "search");
    private static final List<String> CLASSES =
            List.of("cache-loss", "bad-deploy", "lost-dependency", "exhausted-resource", "");

    private ManyIncidents() {}

    /** Writes a file of so many incidents, the oldest first. */
    public static void write(Path file, int count) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(HEADER + "\n");
            for (int i = 0; i < count; i++) {
                out.write(row(i) + "\n");
            }
        }
    }

    /** Returns the row of one incident. */
    public static String row(int number) {
        SplittableRandom random = new SplittableRandom(number);
        Instant opened = FIRST.plusSeconds((long) number * SECONDS_BETWEEN + random.nextInt(SECONDS_BETWEEN));
        Instant acknowledged = opened.plusSeconds(random.nextInt(1, 900));
        Instant resolved = acknowledged.plusSeconds(random.nextInt(60, 20_000));
        return String.join(
                ",",
                "INC%07d".formatted(number),
                any(random, SERVICES),
                any(random, CLASSES),
                opened.toString(),
                acknowledged.toString(),
                any(random, PEOPLE),
                resolved.toString(),
                any(random, PEOPLE),
                String.valueOf(random.nextInt(3)),
                any(random, PEOPLE) + ";" + any(random, PEOPLE),
                random.nextInt(3) == 0 ? any(random, PEOPLE) : "",
                random.nextInt(5) == 0 ? any(random, PEOPLE) : "",
                random.nextBoolean() ? any(random, PEOPLE) : "");
    }

    private static String any(SplittableRandom random, List<String> some) {
        return some.get(random.nextInt(some.size()));
    }
}
