package dev.understudy.simulated.contract;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;

/**
 * A cluster that the contract is asked of.
 *
 * @param name what the test's title calls it
 * @param kubeconfig an administrator's, with contexts for {@code ana} and {@code bo}
 * @param runsContainers whether its kubelets run containers, or at least pretend to in every detail
 * @param end stops what was started for the tests
 */
public record Contender(String name, String kubeconfig, boolean runsContainers, Runnable end) implements AutoCloseable {
    /** Opens a client as the administrator; the caller closes it. */
    public KubernetesClient client() {
        return new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(kubeconfig))
                .build();
    }

    @Override
    public void close() {
        end.run();
    }

    @Override
    public String toString() {
        return name;
    }
}
