package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PreemptionContractTest extends SchedulingContract {
    @Test
    void an_important_pod_pushes_the_least_important_one_aside() {
        String node = node("a", "", "");
        String low = priorityClass("low", -5, "");
        String high = priorityClass("high", 1000, "");
        pod("humble", "cpu: 900m", "priorityClassName: " + low);
        pod("ordinary", "cpu: 900m", "");
        isPlaced("humble", node);
        isPlaced("ordinary", node);

        pod("urgent", "cpu: 1", "priorityClassName: " + high);

        isPlaced("urgent", node);
        assertThat(pod("ordinary").path("metadata").has("deletionTimestamp")).isFalse();
        assertThat(client.pods().inNamespace(namespace).withName("humble").get())
                .isNull();
        eventually(() -> assertThat(events("Preempted")).anySatisfy(event -> {
            assertThat(event.at("/involvedObject/name").asText()).isEqualTo("humble");
            assertThat(event.path("type").asText()).isEqualTo("Normal");
            assertThat(event.path("message").asText())
                    .isEqualTo("Preempted by pod "
                            + pod("urgent").at("/metadata/uid").asText() + " on node " + node);
        }));
        assertThat(events("FailedScheduling"))
                .anyMatch(event -> event.path("message")
                        .asText()
                        .matches("0/\\d+ nodes are available: 1 Insufficient cpu" + OTHERS));
    }

    @Test
    void a_pod_that_may_not_preempt_waits_its_turn() {
        String node = node("a", "", "");
        String polite = priorityClass("polite", 1000, "preemptionPolicy: Never");
        pod("ordinary", "cpu: 1500m", "");
        isPlaced("ordinary", node);

        pod("polite", "cpu: 1", "priorityClassName: " + polite);

        isRefused(
                "polite",
                "1 Insufficient cpu",
                " no new claims to deallocate, preemption: not eligible due to preemptionPolicy=Never\\.");
    }
}
