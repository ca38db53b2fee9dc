package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** What the contracts of the workloads share: short ways to read and change things in the test's namespace. */
abstract class WorkloadContract extends ServerContract {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Pods are ready one second after they run, on either kind of cluster. */
    static final String SLOW = "annotations: {simulated.understudy.dev/ready-after: 1s}";

    JsonNode core(String resource, String name) {
        return get("/api/v1/namespaces/NS/" + resource + (name.isEmpty() ? "" : "/" + name));
    }

    JsonNode apps(String resource, String name) {
        return get("/apis/apps/v1/namespaces/NS/" + resource + (name.isEmpty() ? "" : "/" + name));
    }

    JsonNode batch(String resource, String name) {
        return get("/apis/batch/v1/namespaces/NS/" + resource + (name.isEmpty() ? "" : "/" + name));
    }

    List<JsonNode> pods() {
        return items(core("pods", ""));
    }

    List<String> podNames() {
        return pods().stream().map(WorkloadContract::name).toList();
    }

    /** Returns the messages of the events about an object with a reason, in the order they were written. */
    List<String> events(String about, String reason) {
        return items(core("events", "")).stream()
                .filter(event -> event.at("/involvedObject/name").asText().equals(about))
                .filter(event -> event.path("reason").asText().equals(reason))
                .map(event -> event.path("message").asText())
                .toList();
    }

    static List<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.path("items").spliterator(), false).toList();
    }

    static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    static boolean isReady(JsonNode pod) {
        return condition(pod, "Ready").path("status").asText().equals("True");
    }

    static JsonNode condition(JsonNode object, String type) {
        return StreamSupport.stream(object.at("/status/conditions").spliterator(), false)
                .filter(found -> found.path("type").asText().equals(type))
                .findFirst()
                .orElse(JSON.missingNode());
    }

    static JsonNode image(JsonNode pod) {
        return pod.at("/spec/containers/0/image");
    }

    /** Reads one object, whatever its kind, and merges a change into it. */
    void merge(String apiVersion, String kind, String name, String change) {
        client.genericKubernetesResources(apiVersion, kind)
                .inNamespace(namespace)
                .withName(name)
                .patch(PatchContext.of(PatchType.JSON_MERGE), change);
    }

    void setImage(String apiVersion, String kind, String name, String image) {
        client.genericKubernetesResources(apiVersion, kind)
                .inNamespace(namespace)
                .withName(name)
                .patch(
                        PatchContext.of(PatchType.STRATEGIC_MERGE),
                        "{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"main\",\"image\":\"" + image
                                + "\"}]}}}}");
    }

    void delete(String pod) {
        client.pods().inNamespace(namespace).withName(pod).delete();
    }

    /** Returns the message with which the server refuses a manifest. */
    String refusalOf(String yaml) {
        var refusal = refusal(() -> create(yaml));
        assertThat(refusal).as("the server takes it").isNotNull();
        return refusal.getStatus().getMessage();
    }

    /** Creates a cluster-scoped object; the caller deletes it. */
    HasMetadata createOutside(String yaml) {
        return client.resource(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                .create();
    }

    /** Returns the cells of a table as kubectl asks for it, headings first. */
    List<List<String>> table(String path) {
        var request = client.getHttpClient()
                .newHttpRequestBuilder()
                .uri(client.getMasterUrl().toString().replaceFirst("/$", "") + path.replace("NS", namespace))
                .header("Accept", "application/json;as=Table;v=v1;g=meta.k8s.io")
                .build();
        try {
            JsonNode table = JSON.readTree(client.getHttpClient()
                    .sendAsync(request, String.class)
                    .get()
                    .body());
            List<List<String>> lines = new ArrayList<>();
            lines.add(StreamSupport.stream(table.path("columnDefinitions").spliterator(), false)
                    .map(column -> column.path("name").asText())
                    .toList());
            for (JsonNode row : table.path("rows")) {
                lines.add(StreamSupport.stream(row.path("cells").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList());
            }
            return lines;
        } catch (Exception unreadable) {
            throw new AssertionError(path, unreadable);
        }
    }
}
