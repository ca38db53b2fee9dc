package dev.understudy.cluster.kubernetes;

import dev.understudy.cluster.kubernetes.wire.PlainJson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A pod that a service leads to.
 *
 * @param port on which the pod listens for that port of the service
 */
record ReadyPod(String name, int port) {
    /**
     * Reads a list of EndpointSlices.
     *
     * @param portName the service's name for its port; empty for its only one
     */
    static List<ReadyPod> behind(Map<String, Object> slices, String portName) {
        List<ReadyPod> all = new ArrayList<>();
        for (Map<String, Object> slice : PlainJson.objects(slices.get("items"))) {
            for (Map<String, Object> named : PlainJson.objects(slice.get("ports"))) {
                if (PlainJson.text(named, "name").equals(portName) && named.get("port") instanceof Number port) {
                    endpoints(slice, port.intValue(), all);
                }
            }
        }
        all.sort(Comparator.comparing(ReadyPod::name));
        return all;
    }

    /** An endpoint that does not say whether it is ready is, as the API defines it. */
    private static void endpoints(Map<String, Object> slice, int port, List<ReadyPod> into) {
        PlainJson.objects(slice.get("endpoints")).stream()
                .filter(e -> !Boolean.FALSE.equals(PlainJson.at(e, "conditions", "ready")))
                .filter(e -> PlainJson.text(e, "targetRef", "kind").equals("Pod"))
                .map(e -> new ReadyPod(PlainJson.text(e, "targetRef", "name"), port))
                .forEach(into::add);
    }
}
