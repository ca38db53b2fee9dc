package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Defaults of a pod's spec, in a pod and in the template of a workload alike. */
final class PodTemplates {
    private static final List<String> CONTAINER_LISTS = List.of("containers", "initContainers", "ephemeralContainers");
    private static final List<String> PROBES = List.of("livenessProbe", "readinessProbe", "startupProbe");
    private static final List<String> FILE_VOLUMES = List.of("configMap", "secret", "projected", "downwardAPI");
    /** Octal 644. */
    private static final int READABLE = 420;

    private PodTemplates() {}

    static void fillTemplate(ObjectNode spec) {
        fill(Fill.object(Fill.object(spec, "template"), "spec"));
    }

    static void fill(ObjectNode podSpec) {
        Fill.in(podSpec, "restartPolicy", "Always");
        Fill.in(podSpec, "terminationGracePeriodSeconds", 30);
        Fill.in(podSpec, "dnsPolicy", "ClusterFirst");
        Fill.object(podSpec, "securityContext");
        Fill.in(podSpec, "schedulerName", "default-scheduler");
        if (podSpec.path("serviceAccountName").isTextual()) {
            podSpec.set("serviceAccount", podSpec.get("serviceAccountName"));
        }
        for (String list : CONTAINER_LISTS) {
            Fill.each(podSpec.path(list)).forEach(PodTemplates::fillContainer);
        }
        Fill.each(podSpec.path("volumes")).forEach(PodTemplates::fillVolume);
    }

    private static void fillContainer(ObjectNode container) {
        String image = container.path("image").asText("");
        if (!image.isEmpty()) {
            Fill.in(container, "imagePullPolicy", isLatest(image) ? "Always" : "IfNotPresent");
        }
        Fill.in(container, "terminationMessagePath", "/dev/termination-log");
        Fill.in(container, "terminationMessagePolicy", "File");
        Fill.each(container.path("ports")).forEach(port -> Fill.in(port, "protocol", "TCP"));
        Fill.each(container.path("env")).forEach(PodTemplates::fillVariable);
        Fill.object(container, "resources");
        for (String probe : PROBES) {
            if (container.get(probe) instanceof ObjectNode found) {
                fillProbe(found);
            }
        }
    }

    private static void fillVariable(ObjectNode variable) {
        if (variable.path("valueFrom").path("fieldRef") instanceof ObjectNode reference) {
            Fill.in(reference, "apiVersion", "v1");
        }
    }

    /** Requests follow limits in a pod; the template of a workload stays as it was written. */
    static void fillRequests(ObjectNode podSpec) {
        for (String list : CONTAINER_LISTS) {
            Fill.each(podSpec.path(list)).forEach(container -> requestsFromLimits(Fill.object(container, "resources")));
        }
    }

    private static void requestsFromLimits(ObjectNode resources) {
        if (resources.path("limits").isEmpty()) {
            return;
        }
        ObjectNode requests = Fill.object(resources, "requests");
        resources.path("limits").properties().forEach(limit -> {
            if (!requests.has(limit.getKey())) {
                requests.set(limit.getKey(), limit.getValue());
            }
        });
    }

    private static void fillProbe(ObjectNode probe) {
        Fill.in(probe, "timeoutSeconds", 1);
        Fill.in(probe, "periodSeconds", 10);
        Fill.in(probe, "successThreshold", 1);
        Fill.in(probe, "failureThreshold", 3);
        if (probe.get("httpGet") instanceof ObjectNode get) {
            Fill.in(get, "path", "/");
            Fill.in(get, "scheme", "HTTP");
        }
        if (probe.get("grpc") instanceof ObjectNode grpc && !grpc.has("service")) {
            grpc.put("service", "");
        }
    }

    private static void fillVolume(ObjectNode volume) {
        for (String source : FILE_VOLUMES) {
            if (volume.get(source) instanceof ObjectNode files) {
                Fill.in(files, "defaultMode", READABLE);
            }
        }
        if (volume.get("hostPath") instanceof ObjectNode path && !path.has("type")) {
            path.put("type", "");
        }
        if (volume.size() == 1) {
            volume.putObject("emptyDir");
        }
    }

    private static boolean isLatest(String image) {
        if (image.contains("@")) {
            return false;
        }
        String last = image.substring(image.lastIndexOf('/') + 1);
        return !last.contains(":") || last.endsWith(":latest");
    }

    /** Returns the labels that the pods of a workload carry. */
    static JsonNode labels(ObjectNode workload) {
        return workload.path("spec").path("template").path("metadata").path("labels");
    }
}
