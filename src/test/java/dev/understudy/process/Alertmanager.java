package dev.understudy.process;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.awaitility.Awaitility;

/** A real Alertmanager of its own, on loopback and in a folder of its own, that tells one webhook everything. */
final class Alertmanager implements AutoCloseable {
    private static final String PROGRAM = "prometheus-alertmanager";

    private final Process process;
    private final URI api;
    private final Path log;
    private final HttpClient client = HttpClient.newHttpClient();

    private Alertmanager(Process process, URI api, Path log) {
        this.process = process;
        this.api = api;
        this.log = log;
    }

    /** Tells whether there is one on this machine. */
    static boolean there() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, PROGRAM))
                .anyMatch(Files::isExecutable);
    }

    /**
     * Starts it.
     *
     * @param authentication lines of a webhook's http_config
     */
    static Alertmanager start(Path folder, String webhook, String authentication) throws IOException {
        int port = Free.port();
        Path config = folder.resolve("alertmanager.yml");
        Files.writeString(config, """
                route:
                  receiver: understudy
                  group_by: [alertname]
                  group_wait: 100ms
                  group_interval: 1s
                  repeat_interval: 1s
                receivers:
                  - name: understudy
                    webhook_configs:
                      - url: %s
                        send_resolved: true
                        http_config:
                %s""".formatted(webhook, authentication.indent(10)));
        Path log = folder.resolve("alertmanager.log");
        Process process = new ProcessBuilder(
                        PROGRAM,
                        "--config.file=" + config,
                        "--storage.path=" + folder.resolve("alertmanager"),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--cluster.listen-address=")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Alertmanager started = new Alertmanager(process, URI.create("http://127.0.0.1:" + port + "/"), log);
        Awaitility.await("Alertmanager is ready")
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> started.send(HttpRequest.newBuilder(started.api.resolve("-/ready"))) == 200);
        return started;
    }

    /** Tells it of an alert, as Prometheus does. */
    void fire(String alert) throws IOException, InterruptedException {
        String body = "[{\"labels\":{\"alertname\":\"" + alert + "\",\"severity\":\"page\"}}]";
        int status = send(HttpRequest.newBuilder(api.resolve("api/v2/alerts"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        if (status != 200) {
            throw new AssertionError("Alertmanager answered " + status);
        }
    }

    /** Waits until it has logged this. */
    void awaitLog(String text) {
        Awaitility.await(text)
                .atMost(Duration.ofSeconds(60))
                .until(() -> Files.readString(log).contains(text));
    }

    private int send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Override
    public void close() {
        client.close();
        process.destroy();
    }
}
