package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Asks the same of every cluster. Each test has a namespace of its own and leaves nothing behind outside it; the real
 * cluster is never mocked, slowed or assumed empty. Where the clusters disagree, the real one is right.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.understudy.simulated.contract.Contenders#all")
abstract class ServerContract {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Parameter
    Contender cluster = Contenders.MISSING;

    KubernetesClient client;
    String namespace = "";

    @BeforeEach
    void openNamespace(TestInfo test) {
        Assumptions.assumeFalse(
                cluster.kubeconfig().isEmpty(), Contenders.REAL + " names no cluster, and there is no Docker");
        boolean needsContainers = test.getTestMethod()
                .filter(method -> method.isAnnotationPresent(RunsContainers.class))
                .isPresent();
        Assumptions.assumeTrue(cluster.runsContainers() || !needsContainers, "its nodes run no containers");
        client = cluster.client();
        namespace = "us-" + UUID.randomUUID().toString().substring(0, 8);
        client.namespaces()
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .endMetadata()
                        .build())
                .create();
        eventually(() -> client.serviceAccounts()
                .inNamespace(namespace)
                .withName("default")
                .require());
    }

    @AfterEach
    void closeNamespace() {
        if (client != null) {
            client.namespaces().withName(namespace).delete();
            client.close();
        }
    }

    /** Creates the objects of a manifest, in the test's namespace where they have one. */
    List<HasMetadata> create(String yaml) {
        return client.load(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                .inNamespace(namespace)
                .create();
    }

    /** Returns how the server refuses a request; fails when it does not. */
    static KubernetesClientException refusal(ThrowingCallable request) {
        return catchThrowableOfType(KubernetesClientException.class, request);
    }

    /** Waits until the assertion holds; what the server refuses meanwhile is asked again. */
    static void eventually(ThrowingRunnable assertion) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions()
                .untilAsserted(assertion);
    }

    /** Reads a path, in which {@code NS} stands for the namespace; a refusal is thrown. */
    JsonNode get(String path) {
        return ask("GET", path, null);
    }

    /** Sends any request with JSON, or without a body; a refusal is thrown. */
    JsonNode ask(String method, String path, @Nullable Object body) {
        return client.getKubernetesSerialization().unmarshal(client.raw(here(path), method, body), JsonNode.class);
    }

    /** Reads a path; a refusal is returned like any answer. */
    Answer fetch(String path) {
        return Answer.to(client, "GET", here(path), "application/json", "");
    }

    Answer remove(String path) {
        return Answer.to(client, "DELETE", here(path), "application/json", "");
    }

    private String here(String text) {
        return text.replaceAll("\\bNS\\b", namespace);
    }

    Answer remove(String path, String options) {
        return send("DELETE", path, "application/json", options);
    }

    Answer post(String path, String body) {
        return send("POST", path, "application/json", body);
    }

    Answer put(String path, String body) {
        return send("PUT", path, "application/json", body);
    }

    /** Sends JSON in which {@code '} stands for a quote; {@code NS} in path and body stands for the test's namespace. */
    Answer send(String method, String path, String type, String body) {
        return Answer.to(client, method, here(path), type, here(body));
    }
}
