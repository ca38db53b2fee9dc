package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks one container of a pod. */
final class Containers {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
    private static final int LONGEST_NAME = 63;
    private static final String MESSAGES = "\"File\", \"FallbackToLogsOnError\"";
    private static final String PULLS = "\"Always\", \"IfNotPresent\", \"Never\"";

    private final ObjectNode container;
    private final String path;
    private final Problems problems;

    Containers(ObjectNode container, String path, Problems problems) {
        this.container = container;
        this.path = path;
        this.problems = problems;
    }

    /**
     * Checks everything.
     *
     * @param names of the containers before this one; its own joins them
     * @param volumes what it may mount
     */
    void check(Set<String> names, Set<String> volumes) {
        name(names);
        image();
        Probes.check(container, path, problems);
        problems.oneOf(container, path, "terminationMessagePolicy", MESSAGES);
        ports(container.path("ports"), path + ".ports");
        Environment.check(container, path, problems);
        mounts(container.path("volumeMounts"), path + ".volumeMounts", volumes);
        problems.oneOf(container, path, "imagePullPolicy", PULLS);
        ResourceNeeds.check(container.path("resources"), path + ".resources", problems);
    }

    private void name(Set<String> names) {
        JsonNode name = container.path("name");
        if (name.asText("").isEmpty()) {
            problems.required(path + ".name", "");
        } else if (name.asText().length() > LONGEST_NAME) {
            problems.invalid(path + ".name", name, "must be no more than " + LONGEST_NAME + " characters");
        } else if (!NAME.matcher(name.asText()).matches()) {
            DnsNames.label(name, path + ".name", problems);
        } else if (!names.add(name.asText())) {
            problems.duplicate(path + ".name", name);
        }
    }

    private void image() {
        JsonNode image = container.path("image");
        if (image.asText("").isEmpty()) {
            problems.required(path + ".image", "");
        } else if (!image.asText().strip().equals(image.asText())) {
            problems.invalid(path + ".image", image, "must not have leading or trailing whitespace");
        }
    }

    private void ports(JsonNode ports, String path) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < ports.size(); i++) {
            JsonNode port = ports.get(i);
            String at = path + "[" + i + "]";
            JsonNode name = port.path("name");
            if (!name.asText("").isEmpty()) {
                DnsNames.portName(name, at + ".name", problems);
                if (!names.add(name.asText())) {
                    problems.duplicate(at + ".name", name);
                }
            }
            if (port.path("containerPort").asInt() == 0) {
                problems.required(at + ".containerPort", "");
            } else {
                Ports.check(port.path("containerPort"), at + ".containerPort", problems);
            }
            if (port.has("hostPort")) {
                Ports.check(port.path("hostPort"), at + ".hostPort", problems);
            }
            problems.oneOf(port, at, "protocol", "\"SCTP\", \"TCP\", \"UDP\"");
        }
    }

    private void mounts(JsonNode mounts, String path, Set<String> volumes) {
        Set<String> places = new HashSet<>();
        for (int i = 0; i < mounts.size(); i++) {
            String at = path + "[" + i + "]";
            JsonNode name = mounts.get(i).path("name");
            JsonNode place = mounts.get(i).path("mountPath");
            if (name.asText("").isEmpty()) {
                problems.required(at + ".name", "");
            }
            if (!volumes.contains(name.asText(""))) {
                problems.notFound(at + ".name", TextNode.valueOf(name.asText("")));
            }
            if (place.asText("").isEmpty()) {
                problems.required(at + ".mountPath", "");
            } else if (!places.add(place.asText())) {
                problems.invalid(at + ".mountPath", place, "must be unique");
            }
            PodVolumes.checkBelow(mounts.get(i).path("subPath"), path + ".subPath", problems);
        }
    }
}
