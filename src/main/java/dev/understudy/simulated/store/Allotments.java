package dev.understudy.simulated.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the server itself gives to an object: addresses and node ports to services, selectors to jobs. */
final class Allotments {
    private static final int FIRST_NODE_PORT = 30_000;
    private static final int LAST_NODE_PORT = 32_767;

    private Allotments() {}

    /** Completes a new object that already has its uid. */
    static void give(Kind kind, ObjectNode object, ObjectStore store) {
        if (kind.equals(Kinds.SERVICE)) {
            serve(object, store);
        } else if (kind.equals(Kinds.JOB)
                && !object.path("spec").path("manualSelector").asBoolean()) {
            select(object);
        } else if (kind.equals(Kinds.INGRESS)) {
            IngressClasses.give(object, store);
        } else if (kind.equals(Kinds.DAEMON_SET)) {
            TemplateGenerations.begin(object);
        } else if (kind.equals(Kinds.VOLUME_CLAIM) || kind.equals(Kinds.VOLUME)) {
            StorageMarks.give(kind, object, store);
        }
    }

    /** Keeps what was given where a client's replacement leaves it out. */
    static void keep(Kind kind, ObjectNode before, ObjectNode after, ObjectStore store) {
        if (kind.equals(Kinds.DAEMON_SET)) {
            TemplateGenerations.carryOn(before, after);
        }
        if (!kind.equals(Kinds.SERVICE)) {
            return;
        }
        ObjectNode spec = (ObjectNode) after.path("spec");
        for (String field : List.of("clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy")) {
            JsonNode given = before.path("spec").get(field);
            if (given != null && !spec.has(field)) {
                spec.set(field, given.deepCopy());
            }
        }
        keepNodePorts(before, spec);
        serve(after, store);
    }

    private static void serve(ObjectNode service, ObjectStore store) {
        ObjectNode spec = (ObjectNode) service.path("spec");
        String type = spec.path("type").asText();
        if (type.equals("ExternalName")) {
            return;
        }
        if (!spec.has("clusterIP")) {
            spec.put("clusterIP", freeAddress(store));
        }
        if (!spec.has("clusterIPs")) {
            spec.putArray("clusterIPs").add(spec.path("clusterIP").asText());
        }
        if (!spec.has("ipFamilies")) {
            spec.putArray("ipFamilies").add("IPv4");
            spec.put("ipFamilyPolicy", "SingleStack");
        }
        if (type.equals("NodePort") || type.equals("LoadBalancer")) {
            spec.path("ports").forEach(port -> openOnNodes((ObjectNode) port, spec, store));
        }
    }

    private static void keepNodePorts(ObjectNode before, ObjectNode spec) {
        for (JsonNode port : spec.path("ports")) {
            for (JsonNode old : before.path("spec").path("ports")) {
                if (old.path("port").equals(port.path("port")) && old.has("nodePort") && !port.has("nodePort")) {
                    ((ObjectNode) port).set("nodePort", old.get("nodePort"));
                }
            }
        }
    }

    private static void openOnNodes(ObjectNode port, ObjectNode spec, ObjectStore store) {
        if (port.has("nodePort")) {
            return;
        }
        Set<Integer> taken = Stream.concat(
                        store.view(Kinds.SERVICE, "").map(each -> each.path("spec")), Stream.of(spec))
                .flatMap(each -> each.path("ports").valueStream())
                .map(each -> each.path("nodePort").asInt())
                .collect(Collectors.toSet());
        int free = FIRST_NODE_PORT;
        while (taken.contains(free) && free < LAST_NODE_PORT) {
            free++;
        }
        port.put("nodePort", free);
    }

    private static String freeAddress(ObjectStore store) {
        Set<String> taken = store.view(Kinds.SERVICE, "")
                .map(service -> service.path("spec").path("clusterIP").asText())
                .collect(Collectors.toSet());
        int host = 10;
        while (taken.contains(address(host))) {
            host++;
        }
        return address(host);
    }

    private static String address(int host) {
        return "10.96." + host / 250 + "." + (host % 250 + 1);
    }

    private static void select(ObjectNode job) {
        ObjectNode spec = (ObjectNode) job.path("spec");
        String uid = Meta.uid(job);
        spec.withObjectProperty("selector")
                .withObjectProperty("matchLabels")
                .put("batch.kubernetes.io/controller-uid", uid);
        spec.withObjectProperty("template")
                .withObjectProperty("metadata")
                .withObjectProperty("labels")
                .put("batch.kubernetes.io/controller-uid", uid)
                .put("batch.kubernetes.io/job-name", Meta.name(job))
                .put("controller-uid", uid)
                .put("job-name", Meta.name(job));
        if (job.path("metadata").path("labels").isEmpty()) {
            Meta.of(job).set("labels", spec.at("/template/metadata/labels").deepCopy());
        }
    }
}
