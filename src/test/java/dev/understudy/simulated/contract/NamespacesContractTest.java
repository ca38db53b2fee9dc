package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import org.junit.jupiter.api.Test;

class NamespacesContractTest extends ServerContract {
    @Test
    void an_object_cannot_be_created_in_a_namespace_that_is_not_there() {
        var refusal = refusal(() -> client.configMaps()
                .inNamespace("absent-" + namespace)
                .resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withName("any")
                        .endMetadata()
                        .build())
                .create());

        assertThat(refusal.getCode()).isEqualTo(404);
        assertThat(refusal.getStatus().getMessage()).isEqualTo("namespaces \"absent-" + namespace + "\" not found");
    }

    @Test
    void a_deleted_namespace_takes_everything_in_it_along() {
        create("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: any}
                """);

        client.namespaces().withName(namespace).delete();

        eventually(
                () -> assertThat(client.namespaces().withName(namespace).get()).isNull());
        assertThat(client.configMaps().inNamespace(namespace).list().getItems()).isEmpty();
    }
}
