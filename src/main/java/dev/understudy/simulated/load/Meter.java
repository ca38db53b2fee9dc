package dev.understudy.simulated.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.object.Owner;
import dev.understudy.simulated.object.PodState;
import dev.understudy.simulated.schema.Amount;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures what running pods use, at one moment: make a new one for each look. */
public final class Meter {
    private static final String MEMORY = "simulated.understudy.dev/memory";
    private static final BigDecimal IDLE_CPU = new BigDecimal("0.005");
    /** What memory a container uses that declares none. */
    public static final String IDLE = "32Mi";

    private static final Amount IDLE_MEMORY = Amount.of(IDLE);

    private final ObjectStore store;
    private final RequestRates rates;
    /** Ready pods by workload, for the namespaces looked at so far. */
    private final Map<String, Map<String, Integer>> ready = new HashMap<>();

    public Meter(ObjectStore store, RequestRates rates) {
        this.store = store;
        this.rates = rates;
    }

    /** Returns the use of each container of a pod; none when it does not run. */
    public List<ContainerUse> of(ObjectNode pod) {
        List<ContainerUse> uses = new ArrayList<>();
        if (PodState.phase(pod).equals("Running")) {
            JsonNode containers = pod.path("spec").path("containers");
            for (int i = 0; i < containers.size(); i++) {
                uses.add(use(pod, containers.get(i), i == 0));
            }
        }
        return uses;
    }

    private ContainerUse use(ObjectNode pod, JsonNode container, boolean first) {
        String name = container.path("name").asText();
        BigDecimal cpu = cpu(pod, name, first);
        JsonNode limit = container.path("resources").path("limits").path("cpu");
        if (limit.isTextual()) {
            // a process that wants more than its limit is slowed down to it
            cpu = cpu.min(Amount.of(limit).value());
        }
        Amount rounded = new Amount(cpu.setScale(9, RoundingMode.HALF_UP), false);
        return new ContainerUse(name, rounded, memory(pod, name, first));
    }

    private BigDecimal cpu(ObjectNode pod, String container, boolean first) {
        ObjectNode workload = workload(pod);
        String said = said(workload, CpuLoad.ANNOTATION, container, first);
        if (said.isEmpty()) {
            said = said(pod, CpuLoad.ANNOTATION, container, first);
        }
        Optional<CpuLoad> load = said.isEmpty() ? Optional.empty() : CpuLoad.read(said);
        return load.map(each -> PodState.ready(pod) ? each.of(sharing(workload), rates.of(pod)) : each.own())
                .orElse(IDLE_CPU);
    }

    private static String said(ObjectNode object, String annotation, String container, boolean first) {
        String named = Marks.annotation(object, annotation + "." + container);
        return named.isEmpty() && first ? Marks.annotation(object, annotation) : named;
    }

    private static Amount memory(ObjectNode pod, String container, boolean first) {
        String said = said(pod, MEMORY, container, first);
        return said.isEmpty() ? IDLE_MEMORY : Amount.of(said.split(" ", 2)[0]);
    }

    /** Returns what the pod belongs to: its Deployment, else its controller, else itself. */
    private ObjectNode workload(ObjectNode pod) {
        ObjectNode owner = controller(pod).orElse(pod);
        return controller(owner).orElse(owner);
    }

    private Optional<ObjectNode> controller(ObjectNode object) {
        Optional<Owner> owner = Marks.controller(object);
        return owner.flatMap(
                        found -> store.kinds().all().stream().filter(found::is).findFirst())
                .flatMap(kind -> store.view(
                        kind, Meta.namespace(object), owner.orElseThrow().name()));
    }

    private int sharing(ObjectNode workload) {
        Map<String, Integer> counts = ready.computeIfAbsent(Meta.namespace(workload), namespace -> {
            Map<String, Integer> counted = new HashMap<>();
            store.view(Kinds.POD, namespace)
                    .filter(pod -> PodState.ready(pod) && PodState.active(pod))
                    .forEach(pod -> counted.merge(Meta.uid(workload(pod)), 1, Integer::sum));
            return counted;
        });
        return Math.max(1, counts.getOrDefault(Meta.uid(workload), 1));
    }
}
