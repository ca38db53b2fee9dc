package dev.understudy.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.ClusterView;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChangesLeftTest {
    private static final ObjectRef CACHE = new ObjectRef(ResourceType.DEPLOYMENT, "shop", "cache");
    private static final ObjectRef KEYS = new ObjectRef(ResourceType.SECRET, "shop", "keys");

    @Test
    void names_each_field_that_is_different_and_objects_that_came_or_went() {
        ObjectRef gone = new ObjectRef(ResourceType.CONFIG_MAP, "shop", "gone");
        ObjectRef made = new ObjectRef(ResourceType.CONFIG_MAP, "shop", "made");

        assertThat(ChangesLeft.between(
                        view(object(CACHE, Map.of("spec", Map.of("replicas", 3))), object(gone, Map.of())),
                        view(object(CACHE, Map.of("spec", Map.of("replicas", 5))), object(made, Map.of()))))
                .containsExactly(
                        "ConfigMap shop/gone: deleted",
                        "ConfigMap shop/made: created",
                        "Deployment shop/cache: spec.replicas is 5, was 3");
    }

    @Test
    void what_controllers_write_is_nobodys_leftover() {
        ObjectRef pod = new ObjectRef(ResourceType.POD, "shop", "cache-1");
        Map<String, Object> owned =
                Map.of("metadata", Map.of("ownerReferences", List.of(Map.of("kind", "ReplicaSet"))));

        assertThat(ChangesLeft.between(
                        view(object(CACHE, Map.of("status", Map.of("readyReplicas", 3)))),
                        view(object(CACHE, Map.of("status", Map.of("readyReplicas", 0))), object(pod, owned))))
                .isEmpty();
    }

    @Test
    void no_value_of_a_secret_is_shown() {
        assertThat(ChangesLeft.between(
                        view(object(KEYS, Map.of("data", Map.of("token", "old-value")))),
                        view(object(KEYS, Map.of("data", Map.of("token", "hunter2"))))))
                .containsExactly("Secret shop/keys: data.token is <secret, 7 bytes>, was <secret, 9 bytes>");
    }

    private static ClusterObject object(ObjectRef ref, Map<String, Object> json) {
        return new ClusterObject(ref, json);
    }

    private static ClusterView view(ClusterObject... objects) {
        return new ClusterView(
                Instant.EPOCH, Arrays.stream(objects).collect(Collectors.toMap(ClusterObject::ref, o -> o)));
    }
}
