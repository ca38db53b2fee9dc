package dev.understudy.fault;

import dev.understudy.cluster.FieldEdit;
import dev.understudy.cluster.FieldValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A probe that fails on every container: it asks whether somebody listens on TCP port 1, which no program does. It needs
 * neither a shell nor a path in the image, as a command or an HTTP request would; a kubelet takes a command that is not
 * there for an error of its own, and not for an answer.
 */
final class FailingProbe {
    private static final int NOBODY = 1;
    private static final List<String> NOT_SAID =
            List.of("exec", "httpGet", "grpc", "tcpSocket.host", "initialDelaySeconds");
    private static final Map<String, Object> SAID =
            Map.of("tcpSocket.port", NOBODY, "periodSeconds", 1, "failureThreshold", 1, "successThreshold", 1);

    private FailingProbe() {}

    /**
     * Returns the edits that make a probe of a container fail a second after it may, and every second from then on.
     *
     * @param probe such as {@code readinessProbe}
     * @param more what else the probe says
     */
    static List<FieldEdit> of(TemplateContainer container, String probe, Map<String, Object> more) {
        Map<String, Object> said = new TreeMap<>(SAID);
        said.putAll(more);
        if (container.at(probe) instanceof FieldValue.Absent) {
            said.put("tcpSocket", Map.of("port", said.remove("tcpSocket.port")));
            return List.of(container.set(probe, said));
        }
        // field by field: what stays equal stays its owner's, and is not ours to take back
        List<FieldEdit> edits = new ArrayList<>();
        NOT_SAID.forEach(field -> edits.add(container.remove(probe + "." + field)));
        said.forEach((field, value) -> edits.add(container.set(probe + "." + field, value)));
        return edits.stream().filter(e -> !e.before().equals(e.after())).toList();
    }
}
