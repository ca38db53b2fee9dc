package dev.understudy.simulated.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Condition;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.object.Timestamps;
import java.time.Instant;

/** What a kubelet writes into the status of its pods. Each function changes the copy that it is given. */
final class PodReport {
    private PodReport() {}

    /** The pod has come to the node; its containers are being created. */
    static void accepted(ObjectNode pod, ObjectNode node, Instant now) {
        ObjectNode status = pod.withObjectProperty("status");
        status.put("phase", "Pending").put("startTime", Timestamps.write(now));
        String host = address(node);
        status.put("hostIP", host).putArray("hostIPs").addObject().put("ip", host);
        Containers.creating(pod);
        Condition.of("PodReadyToStartContainers", false, "", "").putInto(status, now);
        Condition.holds("Initialized").putInto(status, now);
        ready(pod, false, now);
        Condition.holds("PodScheduled").putInto(status, now);
    }

    /** The containers run; whether they are ready is another question. */
    static void running(ObjectNode pod, String ip, Instant now) {
        ObjectNode status = pod.withObjectProperty("status");
        status.put("phase", "Running");
        status.put("podIP", ip).putArray("podIPs").addObject().put("ip", ip);
        Containers.run(pod, now);
        Condition.holds("PodReadyToStartContainers").putInto(status, now);
        observed(pod);
    }

    static void unpulled(ObjectNode pod, String reason) {
        Containers.unpulled(pod, reason);
    }

    static void ready(ObjectNode pod, boolean ready, Instant now) {
        ObjectNode status = pod.withObjectProperty("status");
        Containers.ready(pod, ready);
        for (String type : new String[] {"Ready", "ContainersReady"}) {
            Condition condition = ready
                    ? Condition.holds(type)
                    : Condition.of(
                            type,
                            false,
                            "ContainersNotReady",
                            "containers with unready status: [" + String.join(" ", Containers.names(pod)) + "]");
            condition.putInto(status, now);
        }
        observed(pod);
    }

    /** Says for which generation of the spec the status speaks. */
    private static void observed(ObjectNode pod) {
        long generation = Marks.generation(pod);
        ObjectNode status = pod.withObjectProperty("status");
        status.put("observedGeneration", generation);
        for (JsonNode condition : status.path("conditions")) {
            if (!condition.path("type").asText().equals("PodScheduled")) {
                ((ObjectNode) condition).put("observedGeneration", generation);
            }
        }
    }

    private static String address(ObjectNode node) {
        for (JsonNode address : node.path("status").path("addresses")) {
            if (address.path("type").asText().equals("InternalIP")) {
                return address.path("address").asText();
            }
        }
        return "127.0.0.1";
    }
}
