package dev.understudy.simulated.node.kubelet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.node.kubelet.ContainerSpec.Role;
import dev.understudy.simulated.object.Timestamps;
import dev.understudy.simulated.store.Meta;
import java.time.Instant;
import java.util.List;

/** Writes what a kubelet knows of a pod into its status. */
final class PodReport {
    private final ObjectNode pod;
    private final ObjectNode status;
    private final PodRun run;
    private final List<ContainerSpec> specs;

    private PodReport(ObjectNode pod, PodRun run) {
        this.pod = pod;
        this.status = pod.withObjectProperty("status");
        this.run = run;
        this.specs = ContainerSpec.of(pod);
    }

    /**
     * Changes the status of the copy that it is given.
     *
     * @param host address of the node
     * @param address address of the pod, used once it has begun
     */
    static void write(ObjectNode pod, PodRun run, String host, String address, Instant now) {
        PodReport report = new PodReport(pod, run);
        report.place(host, address);
        report.containers();
        report.conditions(now);
    }

    private void place(String host, String address) {
        status.put("phase", Phase.of(specs, run, Meta.isTerminating(pod)));
        run.failure().ifPresent(why -> status.put("reason", why.reason()).put("message", why.message()));
        if (!status.has("startTime")) {
            status.put("startTime", Timestamps.write(run.since()));
        }
        status.put("hostIP", host).putArray("hostIPs").addObject().put("ip", host);
        if (run.begun()) {
            boolean hosts = pod.path("spec").path("hostNetwork").asBoolean();
            String ip = hosts ? host : address;
            status.put("podIP", ip).putArray("podIPs").addObject().put("ip", ip);
        }
    }

    private void containers() {
        ArrayNode init = status.arrayNode();
        ArrayNode main = status.putArray("containerStatuses");
        for (ContainerSpec spec : specs) {
            (spec.role() == Role.MAIN ? main : init).add(ContainerReport.of(spec, run.life(spec)));
        }
        if (init.isEmpty()) {
            status.remove("initContainerStatuses");
        } else {
            status.set("initContainerStatuses", init);
        }
    }

    private void conditions(Instant now) {
        new PodConditions(pod, specs, run).write(now);
    }
}
