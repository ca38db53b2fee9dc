package dev.understudy.simulated.controller.daemon;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.object.PodState;
import java.util.List;
import java.util.Map;

/** Counts the nodes that a DaemonSet should be on, is on, and should not be on. */
final class DaemonStatus {
    private int current;
    private int misscheduled;
    private int ready;
    private int available;
    private int updated;

    private DaemonStatus() {}

    /** Writes the status into the set that the landscape holds. */
    static void write(Landscape landscape) {
        DaemonStatus counts = new DaemonStatus();
        landscape.placements().entrySet().forEach(node -> counts.add(landscape, node));
        int wanted = landscape.wanted();
        ObjectNode status = landscape.set().withObjectProperty("status");
        status.put("observedGeneration", Marks.generation(landscape.set()));
        status.put("desiredNumberScheduled", wanted);
        status.put("currentNumberScheduled", counts.current);
        status.put("numberMisscheduled", counts.misscheduled);
        status.put("numberReady", counts.ready);
        status.put("updatedNumberScheduled", counts.updated);
        status.put("numberAvailable", counts.available);
        status.put("numberUnavailable", wanted - counts.available);
    }

    private void add(Landscape landscape, Map.Entry<String, Placement> node) {
        List<ObjectNode> pods = landscape.on(node.getKey());
        if (pods.isEmpty()) {
            return;
        }
        if (node.getValue() != Placement.WANTED) {
            misscheduled++;
            return;
        }
        ObjectNode oldest = pods.getFirst();
        current++;
        ready += PodState.ready(oldest) ? 1 : 0;
        available += landscape.isAvailable(oldest) ? 1 : 0;
        updated += landscape.isUpdated(oldest) ? 1 : 0;
    }
}
