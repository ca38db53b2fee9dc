package dev.understudy.orchestrator;

import dev.understudy.probe.Connector;
import dev.understudy.probe.Monitoring;
import dev.understudy.probe.ProbeCheck;
import dev.understudy.probe.Quality;
import dev.understudy.probe.ServiceCaller;
import dev.understudy.probe.ServiceName;
import dev.understudy.probe.Threshold;
import java.net.URI;
import java.time.Duration;

/** What a probe asks in every round. Blocks. */
@FunctionalInterface
interface ProbeQuestion {
    /**
     * What one round found.
     *
     * @param age how old that news was when it was told; zero where the service itself answered
     */
    record Found(Quality quality, String detail, Duration age) {
        private Found(Quality quality, String detail) {
            this(quality, detail, Duration.ZERO);
        }
    }

    /** Asks once. */
    Found ask();

    static ProbeQuestion http(ProbeCheck.Http http, ServiceCaller caller) {
        URI url = URI.create(http.url());
        return () -> switch (caller.call(url, http.timeout())) {
            case ServiceCaller.Answer.Status(int status, Duration _)
            when status == http.status() -> new Found(Quality.GOOD, "answers " + status);
            case ServiceCaller.Answer.Status(int status, Duration _) ->
                new Found(Quality.BAD, status + " instead of " + http.status());
            case ServiceCaller.Answer.Unreachable(String why) -> new Found(Quality.BAD, why);
            case ServiceCaller.Answer.Blind(String why) -> new Found(Quality.UNKNOWN, why);
        };
    }

    /** @throws IllegalArgumentException when the host names no service */
    static ProbeQuestion tcp(ProbeCheck.Tcp tcp, Connector connector) {
        ServiceName service = ServiceName.parse(tcp.host())
                .orElseThrow(() -> new IllegalArgumentException(tcp.host() + " names no service of the cluster"));
        return () -> switch (connector.connect(service, tcp.port(), tcp.timeout())) {
            case Connector.Answer.Accepted _ -> new Found(Quality.GOOD, "accepts connections");
            case Connector.Answer.Refused(String why) -> new Found(Quality.BAD, why);
            case Connector.Answer.Blind(String why) -> new Found(Quality.UNKNOWN, why);
        };
    }

    static ProbeQuestion prometheus(ProbeCheck.Prometheus prometheus, Monitoring monitoring) {
        return () -> switch (monitoring.ask(prometheus)) {
            case Monitoring.Answer.Measured(var samples, Duration age) -> {
                Threshold.Finding finding = prometheus.threshold().judge(samples);
                yield new Found(finding.quality(), finding.detail(), age);
            }
            case Monitoring.Answer.Silent(String why) -> new Found(Quality.UNKNOWN, why);
        };
    }
}
