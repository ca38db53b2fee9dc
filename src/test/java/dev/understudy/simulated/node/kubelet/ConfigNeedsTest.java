package dev.understudy.simulated.node.kubelet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConfigNeedsTest {
    private static final String KEY =
            "env: [{name: URL, valueFrom: {configMapKeyRef: {name: shop-config, key: URL, optional: %s}}}]";

    @Test
    void a_container_waits_for_the_config_map_that_its_variables_come_from() {
        Bench bench = Bench.running("", KEY.formatted("false"));

        assertThat(bench.shows()).isEqualTo("CreateContainerConfigError");
        assertThat(bench.web().at("/state/waiting/message").asText()).isEqualTo("configmap \"shop-config\" not found");
        assertThat(bench.said("Failed")).containsExactly("Error: configmap \"shop-config\" not found");
        bench.put("configmap/shop-config", "URL");
        assertThat(bench.shows()).isEqualTo("Running");
    }

    @Test
    void a_missing_key_is_named() {
        Bench bench = Bench.of("", KEY.formatted("false"));
        bench.put("configmap/shop-config", "OTHER");

        bench.pass("6s");

        assertThat(bench.web().at("/state/waiting/message").asText())
                .isEqualTo("couldn't find key URL in ConfigMap shop/shop-config");
    }

    @Test
    void what_is_optional_may_be_missing() {
        Bench bench = Bench.running("", KEY.formatted("true"));

        assertThat(bench.shows()).isEqualTo("Running");
    }

    @Test
    void a_container_waits_for_all_of_a_secret() {
        Bench bench = Bench.running("", "envFrom: [{secretRef: {name: db}}]");

        assertThat(bench.web().at("/state/waiting/message").asText()).isEqualTo("secret \"db\" not found");
    }

    @Test
    void a_missing_volume_is_tried_ever_more_rarely_until_it_is_there() {
        Bench bench = new Bench("", """
            volumes: [{name: config, configMap: {name: shop-config}}]
            containers: [{name: web, image: "web:1"}]
            """);

        bench.pass("10m");

        assertThat(bench.shows()).isEqualTo("ContainerCreating");
        assertThat(bench.said("FailedMount"))
                .hasSize(12)
                .containsOnly("MountVolume.SetUp failed for volume \"config\" : configmap \"shop-config\" not found");
        assertThat(bench.condition("PodReadyToStartContainers")).startsWith("False");
        bench.put("configmap/shop-config");
        bench.pass("2m2s");
        assertThat(bench.ready()).isTrue();
    }

    @Test
    void a_missing_item_of_a_volume_is_named() {
        Bench bench = new Bench("", """
            volumes: [{name: tls, secret: {secretName: cert, items: [{key: tls.key, path: key}]}}]
            containers: [{name: web, image: "web:1"}]
            """);
        bench.put("secret/cert", "tls.crt");

        bench.pass("6s");

        assertThat(bench.said("FailedMount"))
                .containsExactly(
                        "MountVolume.SetUp failed for volume \"tls\" : references non-existent secret key: tls.key");
    }
}
