package dev.understudy.scenario;

import dev.understudy.probe.Probe;
import dev.understudy.probe.ProbeCheck;
import dev.understudy.probe.ServiceName;
import dev.understudy.probe.Share;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** That steady state can be seen, and can be lost: probes named once, aimed at services, able to fail. */
final class ProbeChecks {
    private static final String STEADY = "/spec/steadyState/probes";
    private static final String ABORT = "/spec/guardrails/abortUnless";
    private static final String LABEL = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?";
    private static final Pattern SERVICE =
            Pattern.compile("https?://" + LABEL + "\\." + LABEL + "(:\\d{1,5})?([/?#].*)?");

    private final Scenario scenario;
    private final Findings findings;
    private final Map<String, String> names = new HashMap<>();

    ProbeChecks(Scenario scenario, Findings findings) {
        this.scenario = scenario;
        this.findings = findings;
    }

    void check() {
        List<Probe> steady = scenario.steadyState().probes();
        if (steady.isEmpty()) {
            findings.add(STEADY, "without a probe nobody can tell impact from recovery", "add at least one probe");
        }
        all(STEADY, steady);
        all(
                ABORT,
                scenario.guardrails().abortUnless().stream()
                        .map(Guardrails.AbortUnless::probe)
                        .toList());
    }

    private void all(String list, List<Probe> probes) {
        for (int i = 0; i < probes.size(); i++) {
            String part = list + "/" + i;
            Probe probe = probes.get(i);
            String first = names.putIfAbsent(probe.name(), part);
            if (first != null) {
                findings.add(part + "/name", "two probes are called '" + probe.name() + "'", null, first + "/name");
            }
            switch (probe.check()) {
                case ProbeCheck.Http http -> url(part + "/http/url", http.url());
                case ProbeCheck.Tcp tcp -> host(part + "/tcp/host", tcp.host());
                case ProbeCheck.Prometheus ask -> server(part + "/prometheus", ask);
                case ProbeCheck.Ready ready -> share(part + "/workload/ready", ready.ready());
            }
        }
    }

    private void url(String part, String url) {
        if (!SERVICE.matcher(url).matches()) {
            findings.add(
                    part,
                    "'" + url + "' does not name a service of the cluster",
                    "write http://service.namespace[:port]/path");
        }
    }

    private void host(String part, String host) {
        if (ServiceName.parse(host).isEmpty()) {
            findings.add(part, "'" + host + "' does not name a service of the cluster", "write service.namespace");
        }
    }

    /** Files and reports travel: what opens a door must not stand in them. */
    private void server(String part, ProbeCheck.Prometheus check) {
        if (check.url() == null) {
            if (check.tokenFrom() != null) {
                findings.add(part + "/tokenFrom", "without a 'url' nobody asks for a token", "name the server's url");
            }
            return;
        }
        URI url = URI.create(check.url());
        if (url.getRawUserInfo() != null) {
            findings.add(part + "/url", "a password does not belong in a file", "use tokenFrom");
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null) {
            findings.add(part + "/url", "must end with the path of the server", "the question belongs into query");
        }
    }

    private void share(String part, Share ready) {
        if (ready.amount() == 0) {
            findings.add(part, "this probe can never fail: " + ready + " are always ready", "ask for at least 1");
        }
    }
}
