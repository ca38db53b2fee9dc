package dev.understudy.simulated.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.understudy.simulated.Worlds;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.MemoryStore;
import dev.understudy.simulated.store.Meta;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorldTest {
    private static List<String> problems(String yaml) {
        return catchThrowableOfType(WorldException.class, () -> World.read(yaml, "w.yaml")).problems().stream()
                .map(WorldProblem::toString)
                .toList();
    }

    @Test
    void reads_documents_and_lists_in_order() {
        var world = World.read("""
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop}
            ---
            # nothing here
            ---
            apiVersion: v1
            kind: List
            items:
              - {apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: shop}, data: {since: 2026-01-01}}
              - {apiVersion: v1, kind: ConfigMap, metadata: {name: b}}
            """, "w.yaml");

        assertThat(world.objects()).extracting(Meta::name).containsExactly("shop", "a", "b");
        assertThat(world.objects().get(1).at("/data/since").asText()).isEqualTo("2026-01-01");
        assertThat(Meta.namespace(world.objects().get(2))).isEqualTo("default");
    }

    @Test
    void names_every_problem_with_its_place() {
        assertThat(problems("""
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: a, namespace: nowhere}
            ---
            apiVersion: apps/v1
            kind: PodTemplate
            metadata: {name: db}
            ---
            apiVersion: extensions/v1beta1
            kind: Deployment
            metadata: {name: old}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {labels: {a: b}}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: twice}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: twice}
            """))
                .satisfiesExactly(
                        problem -> assertThat(problem).startsWith("w.yaml:3:18: namespace nowhere is not in this file"),
                        problem -> assertThat(problem)
                                .startsWith("w.yaml:6:7: the simulated cluster does not serve PodTemplate"),
                        problem -> assertThat(problem)
                                .isEqualTo("w.yaml:10:7: Deployment is served as apiVersion apps/v1,"
                                        + " not extensions/v1beta1"),
                        problem -> assertThat(problem).isEqualTo("w.yaml:15:11: ConfigMap has no metadata.name"),
                        problem -> assertThat(problem)
                                .isEqualTo("w.yaml:23:18: configmaps/twice in namespace default is there twice,"
                                        + " first in line 19"));
    }

    @Test
    void places_a_syntax_error() {
        assertThat(problems("apiVersion: v1\nkind: [\n"))
                .singleElement()
                .asString()
                .startsWith("w.yaml:3:1: ");
    }

    @Test
    void refuses_a_key_that_stands_twice() {
        assertThat(problems("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {x: a, x: b}\n"))
                .singleElement()
                .asString()
                .startsWith("w.yaml:4:14: ")
                .contains("x");
    }

    @ParameterizedTest
    @CsvSource({"9, 10", "22, 2"})
    void refuses_a_bomb_of_aliases(int levels, int width) {
        var bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int level = 1; level <= levels; level++) {
            String before = "*a" + (level - 1);
            bomb.append("a").append(level).append(": &a").append(level).append(" [");
            bomb.append(String.join(", ", Collections.nCopies(width, before))).append("]\n");
        }

        assertThat(problems(bomb.toString())).singleElement().asString().contains("aliases");
    }

    @Test
    void refuses_a_part_that_contains_itself() {
        assertThat(problems("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: &all\n  x: *all\n"))
                .singleElement()
                .asString()
                .contains("contains itself");
    }

    @Test
    void refuses_more_than_a_mebibyte() {
        assertThat(problems("# " + "x".repeat(1 << 20)))
                .singleElement()
                .asString()
                .contains("longer than");
    }

    @Test
    void creates_the_shop_with_its_nodes_and_the_usual_namespaces() {
        try (var store = new MemoryStore(InstantSource.system())) {
            World.read(Worlds.shop(), "shop.yaml").apply(store);

            assertThat(store.list(Kinds.NODE, ""))
                    .extracting(Meta::name)
                    .containsExactly("node-a1", "node-a2", "node-b1", "node-b2");
            assertThat(store.list(Kinds.NAMESPACE, ""))
                    .extracting(Meta::name)
                    .contains("default", "kube-system", "shop");
            assertThat(store.list(Kinds.DEPLOYMENT, "shop"))
                    .extracting(Meta::name)
                    .containsExactly("catalogue", "checkout", "checkout-cache", "orders", "payments", "storefront");
            assertThat(store.get(Kinds.NAMESPACE, "", "shop"))
                    .hasValueSatisfying(shop -> assertThat(Marks.label(shop, "understudy.dev/drills"))
                            .isEqualTo("allowed"));
        }
    }

    @Test
    void says_where_an_object_stands_that_the_cluster_refuses() {
        var world = World.read("""
            apiVersion: v1
            kind: Service
            metadata:
              name: web
            spec:
              ports: [{port: 99999}]
            """, "w.yaml");

        try (var store = new MemoryStore(InstantSource.system())) {
            var refused = catchThrowableOfType(WorldException.class, () -> world.apply(store));

            assertThat(refused).hasMessageStartingWith("w.yaml:4:9: Service \"web\" is invalid: [spec.ports[0].port");
        }
    }

    @Test
    void reads_alerting_rules_and_brings_their_kind_along() {
        var world = World.read("""
            apiVersion: monitoring.coreos.com/v1
            kind: PrometheusRule
            metadata: {name: shop}
            spec:
              groups:
                - name: shop
                  interval: 5s
                  rules:
                    - alert: PodDown
                      expr: up == 0
                      for: 1m
                      labels: {severity: page}
                      annotations: {summary: "{{ $labels.pod }} is down"}
            """, "w.yaml");

        assertThat(world.objects())
                .extracting(object -> object.path("kind").asText())
                .containsExactly("CustomResourceDefinition", "PrometheusRule");
        assertThat(world.rules()).singleElement().satisfies(rule -> {
            assertThat(rule.alert()).isEqualTo("PodDown");
            assertThat(rule.hold()).hasMinutes(1);
            assertThat(rule.interval()).hasSeconds(5);
        });
    }

    @Test
    void names_every_mistake_in_a_rule_with_its_place() {
        assertThat(problems("""
            apiVersion: monitoring.coreos.com/v1
            kind: PrometheusRule
            metadata: {name: shop}
            spec:
              groups:
                - name: shop
                  rules:
                    - alert: Broken
                      expr: sum(up
                      for: soon
                    - record: shop:up
                      expr: up
                    - alert: Fancy
                      expr: up
                      annotations: {summary: "{{ query 1 }}"}
            """))
                .satisfiesExactly(
                        problem -> assertThat(problem)
                                .isEqualTo("w.yaml:9:17: expr cannot be read: unexpected end of input, expected \")\""
                                        + " (at character 7 of it)"),
                        problem -> assertThat(problem).isEqualTo("w.yaml:10:16: not a valid duration string: \"soon\""),
                        problem -> assertThat(problem).startsWith("w.yaml:11:11: a rule of alerts has no field record"),
                        problem -> assertThat(problem).startsWith("w.yaml:11:11: the rule has no alert"),
                        problem -> assertThat(problem)
                                .isEqualTo("w.yaml:15:34: the template {{ query 1 }} cannot be filled here"));
    }

    @Test
    void names_a_rule_that_is_out_of_range_with_its_place() {
        assertThat(problems("""
            apiVersion: monitoring.coreos.com/v1
            kind: PrometheusRule
            metadata: {name: shop}
            spec:
              groups:
                - name: shop
                  rules:
                    - alert: Deep
                      expr: %s1%s
                    - alert: Long
                      expr: rate(up[99999999999999999999d]) > 0
                      for: 99999999999999999999d
            """.formatted("(".repeat(9_000), ")".repeat(9_000))))
                .satisfiesExactly(
                        problem -> assertThat(problem).startsWith("w.yaml:9:17: expr cannot be read: nested more than"),
                        problem -> assertThat(problem)
                                .isEqualTo("w.yaml:11:17: expr cannot be read: duration out of range"),
                        problem -> assertThat(problem).isEqualTo("w.yaml:12:16: duration out of range"));
    }
}
