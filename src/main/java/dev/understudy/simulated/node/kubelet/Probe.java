package dev.understudy.simulated.node.kubelet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.node.kubelet.State.Running;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One declared probe of a running container: what it asks, and what the simulated process answers at a moment. */
final class Probe {
    private static final Finding WELL = new Finding.Well();

    private final ProbeKind kind;
    private final ContainerSpec spec;
    private final ObjectNode pod;
    private final Health health;
    private final Instant boots;

    Probe(ProbeKind kind, ContainerSpec spec, ObjectNode pod, Running running) {
        this.kind = kind;
        this.spec = spec;
        this.pod = pod;
        this.health = Health.of(Traits.of(pod, spec, kind.word()), running.since());
        this.boots = running.since()
                .plus(Traits.duration(pod, spec, Traits.READY_AFTER).orElse(Duration.ZERO));
    }

    JsonNode json() {
        return kind.of(spec);
    }

    int seconds(String field, int otherwise) {
        return json().path(field).asInt(otherwise);
    }

    /** Returns how often a finding must be repeated before it counts. */
    int threshold(boolean well) {
        return well ? seconds("successThreshold", 1) : seconds("failureThreshold", 3);
    }

    /** Returns when the answer next changes by itself after a moment. */
    Optional<Instant> nextChange(Instant after) {
        List<Instant> changes = new ArrayList<>(health.changes());
        changes.add(boots);
        return changes.stream().filter(change -> change.isAfter(after)).min(Instant::compareTo);
    }

    /** Tells whether the process is up and well, whatever a probe would ask. */
    boolean isWell(Instant at, Surroundings around) {
        return !boots.isAfter(at) && health.isWell(at, around);
    }

    /** Returns what the probe finds at a moment. */
    Finding at(Instant moment, Surroundings around) {
        if (json().has("exec")) {
            return command(moment, around);
        }
        for (String way : new String[] {"httpGet", "tcpSocket", "grpc"}) {
            if (json().has(way)) {
                return port(json().path(way).path("port"))
                        .map(port -> ask(way, port, moment, around))
                        .orElseGet(() -> new Finding.Unknown(unresolved(json().path(way))));
            }
        }
        return WELL;
    }

    private static String unresolved(JsonNode way) {
        return "port " + way.path("port").asText() + " not found";
    }

    private Optional<Integer> port(JsonNode port) {
        if (port.isInt() || port.asText().matches("\\d{1,5}")) {
            return Optional.of(port.asInt());
        }
        for (JsonNode open : spec.json().path("ports")) {
            if (open.path("name").asText().equals(port.asText())) {
                return Optional.of(open.path("containerPort").asInt());
            }
        }
        return Optional.empty();
    }

    private Finding ask(String way, int port, Instant moment, Surroundings around) {
        ProbeWords words =
                new ProbeWords(way, json(), pod.path("status").path("podIP").asText(), port);
        if (boots.isAfter(moment) || !Traits.listens(pod, spec, port)) {
            return new Finding.Unwell(words.refused());
        }
        if (isSlow() && !way.equals("tcpSocket")) {
            return new Finding.Unwell(words.timedOut());
        }
        return health.isWell(moment, around) ? WELL : new Finding.Unwell(words.unwell());
    }

    private boolean isSlow() {
        Duration timeout = Duration.ofSeconds(seconds("timeoutSeconds", 1));
        return Traits.duration(pod, spec, Traits.LATENCY)
                .filter(latency -> latency.compareTo(timeout) > 0)
                .isPresent();
    }

    private Finding command(Instant moment, Surroundings around) {
        List<String> words = new ArrayList<>();
        json().path("exec").path("command").forEach(word -> words.add(word.asText()));
        if (words.isEmpty() || !Programs.has(words.getFirst())) {
            return new Finding.Unknown(Programs.notFound(words));
        }
        Optional<Script> script = Script.of(words);
        if (script.isPresent() && script.get().code() != 0) {
            return new Finding.Unwell("");
        }
        Duration timeout = Duration.ofSeconds(seconds("timeoutSeconds", 1));
        if (script.isPresent()
                && script.get()
                        .length()
                        .filter(length -> length.compareTo(timeout) <= 0)
                        .isEmpty()) {
            return new Finding.Unwell("command timed out: \"" + String.join(" ", words) + "\" timed out after "
                    + timeout.toSeconds() + "s");
        }
        return isWell(moment, around) ? WELL : new Finding.Unwell("");
    }
}
