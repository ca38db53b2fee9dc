package dev.understudy.simulated.traffic;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.MemoryStore;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.Writer;
import dev.understudy.simulated.world.World;
import java.time.InstantSource;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** Objects without any controller: pods run where a test says so, and nothing moves by itself. */
final class StillCluster implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    final MemoryStore store = new MemoryStore(InstantSource.system());
    final Traffic traffic = new Traffic(store);
    private int addresses = 1;

    StillCluster() {
        World.begin(store);
        namespace("shop", "{}");
    }

    StillCluster namespace(String name, String labels) {
        create(Kinds.NAMESPACE, "metadata: {name: " + name + ", labels: " + labels + "}");
        return this;
    }

    /** Adds an object; {@code yaml} is all but apiVersion and kind. */
    StillCluster create(Kind kind, String yaml) {
        ObjectNode object = JSON.valueToTree(new Yaml().<Map<String, Object>>load(yaml));
        store.create(kind, object, Writer.updating("test"));
        return this;
    }

    /** Adds a pod that runs and is ready, and its app's Service on port 80 with an endpoint for it. */
    StillCluster app(String namespace, String name, String annotations) {
        pod(namespace, name, annotations);
        create(Kinds.SERVICE, """
                metadata: {name: %2$s, namespace: %1$s}
                spec:
                  selector: {app: %2$s}
                  ports: [{name: http, port: 80, targetPort: http}]
                """.formatted(namespace, name));
        return endpoint(namespace, name, name);
    }

    /** Adds a pod that runs and is ready. */
    StillCluster pod(String namespace, String name, String annotations) {
        create(Kinds.POD, """
                metadata:
                  name: %2$s
                  namespace: %1$s
                  labels: {app: %2$s}
                  annotations: {%3$s}
                spec:
                  nodeName: node-a
                  containers: [{name: app, image: "app:1", ports: [{name: http, containerPort: 8080}]}]
                """.formatted(namespace, name, annotations));
        ObjectNode pod = pod(namespace, name);
        ObjectNode status = pod.withObjectProperty("status").put("phase", "Running");
        status.put("podIP", "10.244.0." + addresses++);
        status.putArray("conditions").addObject().put("type", "Ready").put("status", "True");
        store.updateStatus(Kinds.POD, pod, Writer.updating("kubelet"));
        return this;
    }

    /** Puts a pod behind a Service. */
    StillCluster endpoint(String namespace, String service, String podName) {
        ObjectNode pod = pod(namespace, podName);
        return create(Kinds.ENDPOINT_SLICE, """
                metadata: {name: %2$s-%3$s, namespace: %1$s, labels: {kubernetes.io/service-name: %2$s}}
                addressType: IPv4
                endpoints:
                  - addresses: [%4$s]
                    hostname: %3$s
                    conditions: {ready: true}
                    targetRef: {kind: Pod, name: %3$s, namespace: %1$s, uid: %5$s}
                ports: [{name: http, port: 8080}]
                """.formatted(
                        namespace, service, podName, pod.at("/status/podIP").asText(), Meta.uid(pod)));
    }

    StillCluster policy(String namespace, String name, String spec) {
        return create(
                Kinds.NETWORK_POLICY, "metadata: {name: " + name + ", namespace: " + namespace + "}\nspec: " + spec);
    }

    ObjectNode pod(String namespace, String name) {
        return store.get(Kinds.POD, namespace, name).orElseThrow();
    }

    /** Returns how a request from one pod to a host ends, in one word. */
    String connect(String from, String host, int port) {
        String[] name = from.split("/", -1);
        ObjectNode pod = pod(name[0], name[1]);
        return switch (traffic.lookUp(pod, host)) {
            case Lookup.Found(var _, String address) -> word(traffic.request(pod, address, port, "GET", "/"));
            case Lookup.Unknown _ -> "unknown";
            case Lookup.Silence _ -> "unresolved";
        };
    }

    private static String word(Response response) {
        return switch (response) {
            case Response.Answered _ -> "answered";
            case Response.NobodyListens _ -> "refused";
            case Response.Silence _ -> "dropped";
        };
    }

    @Override
    public void close() {
        store.close();
    }
}
