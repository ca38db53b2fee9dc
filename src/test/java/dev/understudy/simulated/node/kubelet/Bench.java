package dev.understudy.simulated.node.kubelet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.node.Pace;
import dev.understudy.simulated.object.Durations;
import dev.understudy.simulated.reconcile.Remark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.Yaml;

/**
 * One pod under a kubelet, with a clock that is moved by hand and as slow as a real cluster's. Whose first argument is
 * {@code really}, its command is really run.
 */
final class Bench implements Surroundings {
    private static final ObjectMapper JSON = new ObjectMapper();

    final ObjectNode pod;
    final List<Remark> remarks = new ArrayList<>();
    final Map<String, ObjectNode> configs = new HashMap<>();
    private boolean reaches = true;
    int looks;
    private Instant now = Instant.parse("2026-11-21T10:00:00Z");
    private PodRun run;
    private Optional<Instant> due = Optional.empty();

    /** Takes in a pod {@code shop/web} with these annotations and this spec. */
    Bench(String annotations, String spec) {
        String yaml = """
            metadata: {name: web, namespace: shop, uid: u-1, generation: 1, annotations: {%s}}
            spec:
              nodeName: node-a
            %s""".formatted(annotations, spec.indent(2));
        try {
            Object loaded = new Yaml().load(yaml);
            pod = (ObjectNode) JSON.readTree(JSON.writeValueAsBytes(loaded));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        run = PodRun.begin(pod, now);
        look();
    }

    /** A pod with one container {@code web}, whose declaration goes on with {@code more}. */
    static Bench of(String annotations, String more) {
        return new Bench(annotations, "containers:\n- name: web\n  image: web:1\n" + more.indent(2));
    }

    /** The same, with its container started. */
    static Bench running(String annotations, String more) {
        return of(annotations, more).pass("6s");
    }

    @Override
    public Optional<ObjectNode> config(String kind, String name) {
        return Optional.ofNullable(configs.get(kind + "/" + name));
    }

    @Override
    public boolean reachesOthers() {
        return reaches;
    }

    @Override
    public boolean runs(JsonNode container) {
        return container.path("args").path(0).asText().equals("really");
    }

    void reaches(boolean others) {
        reaches = others;
        look();
    }

    void put(String config, String... keys) {
        ObjectNode made = JsonNodeFactory.instance.objectNode();
        for (String key : keys) {
            made.withObjectProperty("data").put(key, "x");
        }
        configs.put(config, made);
        look();
    }

    void annotate(String key, String value) {
        ((ObjectNode) pod.path("metadata").path("annotations")).put("simulated.understudy.dev/" + key, value);
        look();
    }

    void delete(int graceSeconds) {
        ((ObjectNode) pod.path("metadata"))
                .put("deletionTimestamp", now.toString())
                .put("deletionGracePeriodSeconds", graceSeconds);
        look();
    }

    /** Looks at the pod now, as after a change. */
    void look() {
        looks++;
        Look look = new Look(pod, this, Pace.REAL, now);
        run = new PodSteps(look).advance(run);
        PodReport.write(pod, run, "192.168.1.11", "10.244.0.2", now);
        remarks.addAll(look.remarks());
        due = look.due();
    }

    /** Lets time pass, with a look whenever one is due. */
    Bench pass(String length) {
        Instant end = now.plus(Durations.read(length).orElseThrow());
        while (due.isPresent() && !due.get().isAfter(end)) {
            now = due.get().isAfter(now) ? due.get() : now;
            look();
        }
        now = end;
        return this;
    }

    /** Returns how long it takes until {@code reason} is what the container shows. */
    Duration until(String reason) {
        Instant start = now;
        while (!shows().equals(reason)) {
            now = due.orElseThrow();
            look();
        }
        return Duration.between(start, now);
    }

    JsonNode container(String name) {
        for (String list : new String[] {"containerStatuses", "initContainerStatuses"}) {
            for (JsonNode status : pod.path("status").path(list)) {
                if (status.path("name").asText().equals(name)) {
                    return status;
                }
            }
        }
        throw new AssertionError("no container " + name);
    }

    JsonNode web() {
        return container("web");
    }

    /** Returns the reason of the container's state, {@code Running} when it runs. */
    String shows() {
        return shows("web");
    }

    String shows(String name) {
        JsonNode state = container(name).path("state");
        return state.has("running")
                ? "Running"
                : state.path("waiting")
                        .path("reason")
                        .asText(state.path("terminated").path("reason").asText());
    }

    String phase() {
        return pod.path("status").path("phase").asText();
    }

    String condition(String type) {
        for (JsonNode condition : pod.path("status").path("conditions")) {
            if (condition.path("type").asText().equals(type)) {
                return (condition.path("status").asText() + " "
                                + condition.path("reason").asText() + " "
                                + condition.path("message").asText())
                        .strip();
            }
        }
        return "";
    }

    boolean ready() {
        return condition("Ready").equals("True");
    }

    List<String> said(String reason) {
        return remarks.stream()
                .filter(remark -> remark.reason().equals(reason))
                .map(Remark::message)
                .toList();
    }
}
