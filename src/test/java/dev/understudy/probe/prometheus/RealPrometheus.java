package dev.understudy.probe.prometheus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/** A Prometheus as Debian packs it, on loopback, with its data in a folder of the test; scrapes one target. */
public final class RealPrometheus implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("address=127\\.0\\.0\\.1:([1-9]\\d*)");

    private final Process process;
    private final String url;

    /**
     * Starts it; skips the test where there is none.
     *
     * @param target {@code 127.0.0.1:port} whose {@code /metrics} is scraped
     * @param interval between two scrapes
     * @param folder for its configuration, log and data
     */
    public RealPrometheus(String target, Duration interval, Path folder) throws IOException {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/prometheus")),
                "no /usr/bin/prometheus: apt-get install prometheus to run this");
        Path config = folder.resolve("prometheus.yml");
        Files.writeString(config, """
                global: {scrape_interval: %1$dms, scrape_timeout: %1$dms}
                scrape_configs:
                  - job_name: shop
                    static_configs: [{targets: ["%2$s"]}]
                """.formatted(interval.toMillis(), target));
        Path log = folder.resolve("prometheus.log");
        process = new ProcessBuilder(
                        "/usr/bin/prometheus",
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:0")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            int port = Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> port(log), p -> p > 0);
            url = "http://127.0.0.1:" + port;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    public String url() {
        return url;
    }

    private static int port(Path log) throws IOException {
        Matcher line = LISTENING.matcher(Files.readString(log));
        return line.find() ? Integer.parseInt(line.group(1)) : 0;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
