package dev.understudy.simulated.table;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.InstantSource;
import java.util.List;

/** Pods. */
final class PodColumns {
    private PodColumns() {}

    static List<Column> of(InstantSource clock) {
        return List.of(
                Column.text("Ready", pod -> PodSummary.of(pod).ready()),
                Column.text("Status", pod -> PodSummary.of(pod).reason()),
                Column.text("Restarts", pod -> restarts(PodSummary.of(pod), clock)),
                Column.wide(
                        "IP",
                        pod -> Cells.orNone(pod.path("status").path("podIP").asText(""))),
                Column.wide(
                        "Node",
                        pod -> Cells.orNone(pod.path("spec").path("nodeName").asText(""))),
                Column.wide("Nominated Node", pod -> Cells.NONE),
                Column.wide("Readiness Gates", pod -> Cells.NONE));
    }

    private static String restarts(PodSummary pod, InstantSource clock) {
        String restarts = Integer.toString(pod.restarts());
        return pod.lastEnd()
                .filter(_ -> pod.restarts() > 0)
                .map(ended -> restarts + " (" + Cells.since(TextNode.valueOf(ended), clock) + " ago)")
                .orElse(restarts);
    }
}
