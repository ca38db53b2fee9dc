package dev.understudy.bench;

import dev.understudy.history.file.ManyIncidents;
import dev.understudy.history.file.StoreDigest;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A million incidents imported by {@code ./understudy} with half a gigabyte of heap, twice: the store is the same. */
class ImportBench {
    private static final int MILLION = 1_000_000;
    private static final String OPTIONS = "-Xmx512m";

    @TempDir
    Path folder;

    @Test
    void a_million_incidents_twice() throws Exception {
        Path file = folder.resolve("incidents.csv");
        ManyIncidents.write(file, MILLION);
        // builds what is stale, so that no import pays for it
        new ProcessBuilder("./understudy", "--version").inheritIO().start().waitFor();
        Table table = new Table("A million incidents", "import", "s", "processor s", "rows/s", "resident MiB");
        StoreDigest once = run(file, "first", table);
        StoreDigest twice = run(file, "second", table);
        table.print();
        if (!once.equals(twice) || once.rows() != MILLION) {
            throw new IllegalStateException("the store is another one: " + once + ", then " + twice);
        }
    }

    private StoreDigest run(Path file, String name, Table table) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                List.of("./understudy", "import", file.toString(), "--roster", "scenarios/history/roster.yaml"));
        builder.environment().put("XDG_STATE_HOME", folder.toString());
        builder.environment().put("UNDERSTUDY_JAVA_OPTS", OPTIONS);
        long start = System.nanoTime();
        Process process = builder.redirectErrorStream(true).start();
        long resident = 0;
        Duration busy = Duration.ZERO;
        while (process.isAlive()) {
            resident = Math.max(resident, resident(process.pid()));
            busy = process.info().totalCpuDuration().orElse(busy);
            Thread.sleep(100);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        try (BufferedReader said = process.inputReader()) {
            said.lines().forEach(System.out::println);
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException("the import ended with " + process.exitValue());
        }
        table.row(name, seconds, busy.toMillis() / 1e3, MILLION / seconds, (double) resident / 1024);
        return StoreDigest.of(folder.resolve("understudy/journal.db"));
    }

    /** Kilobytes of memory that a process has now; 0 where nobody tells. */
    private static long resident(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
