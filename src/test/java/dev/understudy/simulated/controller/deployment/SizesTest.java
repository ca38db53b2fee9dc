package dev.understudy.simulated.controller.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizesTest {
    private static DeploymentSpec spec(int replicas, String surge, String unavailable) {
        ObjectNode deployment = JsonNodeFactory.instance.objectNode();
        ObjectNode spec = deployment.putObject("spec").put("replicas", replicas);
        ObjectNode rolling = spec.putObject("strategy").putObject("rollingUpdate");
        rolling.set("maxSurge", amount(surge));
        rolling.set("maxUnavailable", amount(unavailable));
        return DeploymentSpec.of(deployment);
    }

    private static JsonNode amount(String text) {
        return text.endsWith("%") ? TextNode.valueOf(text) : IntNode.valueOf(Integer.parseInt(text));
    }

    private static OwnedSet set(String name, int size, int available) {
        ObjectNode set = JsonNodeFactory.instance.objectNode();
        set.putObject("metadata").put("name", name).put("creationTimestamp", "2026-11-21T10:15:0" + name + "Z");
        set.putObject("spec").put("replicas", size);
        set.putObject("status").put("replicas", size).put("availableReplicas", available);
        return new OwnedSet(set);
    }

    private static Map<String, Integer> named(Map<OwnedSet, Integer> sizes) {
        return sizes.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
    }

    @ParameterizedTest
    @CsvSource({
        "4, 25%, 25%, 1, 1",
        "3, 25%, 25%, 1, 0",
        "10, 30%, 0, 3, 0",
        "1, 0, 0, 0, 1",
        "0, 25%, 25%, 0, 0",
        "2, 0%, 100%, 0, 2"
    })
    void shares_are_rounded_so_that_a_rollout_can_move(
            int replicas, String surge, String unavailable, int expectedSurge, int expectedUnavailable) {
        DeploymentSpec spec = spec(replicas, surge, unavailable);

        assertThat(spec.surge()).isEqualTo(expectedSurge);
        assertThat(spec.unavailable()).isEqualTo(expectedUnavailable);
    }

    @Test
    void a_new_set_grows_as_far_as_the_surge_allows() {
        var sets = new OwnedSets(Optional.of(set("2", 0, 0)), List.of(set("1", 4, 4)));

        assertThat(named(Sizes.rolling(spec(4, "2", "0"), sets))).isEqualTo(Map.of("2", 2));
    }

    @Test
    void old_pods_go_only_as_new_ones_become_available() {
        var waiting = new OwnedSets(Optional.of(set("2", 1, 0)), List.of(set("1", 3, 3)));
        var available = new OwnedSets(Optional.of(set("2", 1, 1)), List.of(set("1", 3, 3)));

        assertThat(Sizes.rolling(spec(3, "1", "0"), waiting)).isEmpty();
        assertThat(named(Sizes.rolling(spec(3, "1", "0"), available))).isEqualTo(Map.of("1", 2));
    }

    @Test
    void old_pods_that_serve_nobody_go_first() {
        var sets = new OwnedSets(Optional.of(set("3", 1, 1)), List.of(set("1", 2, 2), set("2", 1, 0)));

        assertThat(named(Sizes.rolling(spec(3, "1", "0"), sets))).isEqualTo(Map.of("2", 0));
    }

    @Test
    void a_set_that_is_too_large_shrinks_to_what_is_asked_for() {
        var sets = new OwnedSets(Optional.of(set("1", 5, 5)), List.of());

        assertThat(named(Sizes.rolling(spec(2, "1", "0"), sets))).isEqualTo(Map.of("1", 2));
    }

    @Test
    void scaling_to_zero_in_the_middle_of_a_rollout_takes_every_pod() {
        var sets = new OwnedSets(Optional.of(set("2", 1, 0)), List.of(set("1", 3, 3)));

        assertThat(named(Sizes.scaled(spec(0, "1", "0"), sets))).isEqualTo(Map.of("1", 0, "2", 0));
    }
}
