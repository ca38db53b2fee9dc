package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;

/** Checks a pod's spec, in a pod and in the template of a workload alike. */
final class PodSpecs {
    private static final String RESTARTS = "\"Always\", \"OnFailure\", \"Never\"";
    private static final String DNS = "\"ClusterFirstWithHostNet\", \"ClusterFirst\", \"Default\", \"None\"";

    private final Problems problems;
    private final Set<String> volumes = new HashSet<>();

    private PodSpecs(Problems problems) {
        this.problems = problems;
    }

    static void check(JsonNode spec, String path, Problems problems) {
        PodSpecs checks = new PodSpecs(problems);
        PodVolumes.check(spec.path("volumes"), path + ".volumes", checks.volumes, problems);
        if (spec.path("containers").isEmpty()) {
            problems.required(path + ".containers", "");
        }
        Set<String> names = new HashSet<>();
        checks.containers(spec.path("containers"), path + ".containers", names);
        checks.containers(spec.path("initContainers"), path + ".initContainers", names);
        problems.oneOf(spec, path, "restartPolicy", RESTARTS);
        problems.oneOf(spec, path, "dnsPolicy", DNS);
        MetadataRules.checkLabels(spec.path("nodeSelector"), path + ".nodeSelector", problems);
        problems.dnsLabel(path + ".hostname", spec.path("hostname"));
        problems.dnsLabel(path + ".subdomain", spec.path("subdomain"));
        Placement.check(spec, path, problems);
        JsonNode deadline = spec.path("activeDeadlineSeconds");
        if (deadline.isNumber() && deadline.longValue() < 1) {
            problems.invalid(path + ".activeDeadlineSeconds", deadline, "must be between 1 and 2147483647, inclusive");
        }
    }

    private void containers(JsonNode list, String path, Set<String> names) {
        for (int i = 0; i < list.size(); i++) {
            ObjectNode container = (ObjectNode) list.get(i);
            new Containers(container, path + "[" + i + "]", problems).check(names, volumes);
        }
    }
}
