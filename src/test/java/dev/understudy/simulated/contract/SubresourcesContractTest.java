package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SubresourcesContractTest extends ServerContract {
    private static final String WEB = "/apis/apps/v1/namespaces/NS/deployments/web";
    private static final String MERGE = "application/merge-patch+json";

    @BeforeEach
    void fill() {
        create("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web}
                spec:
                  replicas: 2
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec: {terminationGracePeriodSeconds: 0, containers: [{name: one, image: "shop/one:1"}]}
                """);
    }

    @Test
    void the_scale_of_a_deployment_tells_its_numbers_and_its_selector() {
        eventually(() -> assertThat(
                        fetch(WEB + "/scale").body().at("/status/replicas").asInt())
                .isEqualTo(2));

        var scale = fetch(WEB + "/scale").body();

        assertThat(scale.path("kind").asText()).isEqualTo("Scale");
        assertThat(scale.path("apiVersion").asText()).isEqualTo("autoscaling/v1");
        assertThat(scale.at("/spec/replicas").asInt()).isEqualTo(2);
        assertThat(scale.at("/status/selector").asText()).isEqualTo("app=web");
    }

    @Test
    void a_patch_of_the_scale_changes_the_replicas_alone() {
        var answer = send("PATCH", WEB + "/scale", MERGE, "{'spec':{'replicas':1}}");

        assertThat(answer.code()).isEqualTo(200);
        assertThat(fetch(WEB).body().at("/spec/replicas").asInt()).isEqualTo(1);
    }

    @Test
    void an_update_of_an_older_scale_is_a_conflict() {
        var answer = put(
                WEB + "/scale",
                "{'apiVersion':'autoscaling/v1','kind':'Scale','metadata':{'name':'web',"
                        + "'namespace':'NS','resourceVersion':'1'},'spec':{'replicas':1}}");

        assertThat(answer.code()).isEqualTo(409);
    }

    @Test
    void a_negative_scale_is_refused() {
        var answer = send("PATCH", WEB + "/scale", MERGE, "{'spec':{'replicas':-1}}");

        assertThat(answer.code()).isEqualTo(422);
        assertThat(answer.message()).contains("must be greater than or equal to 0");
    }

    @Test
    void a_write_to_the_status_leaves_the_spec_alone() {
        var answer = send("PATCH", WEB + "/status", MERGE, "{'spec':{'replicas':7},'status':{'observedGeneration':1}}");

        assertThat(answer.code()).isEqualTo(200);
        assertThat(answer.body().at("/spec/replicas").asInt()).isEqualTo(2);
    }

    @Test
    void the_generation_grows_with_the_spec_and_not_with_labels() {
        long first = fetch(WEB).body().at("/metadata/generation").asLong();

        send("PATCH", WEB, MERGE, "{'metadata':{'labels':{'a':'b'}}}");
        long labelled = fetch(WEB).body().at("/metadata/generation").asLong();
        send("PATCH", WEB, MERGE, "{'spec':{'replicas':1}}");
        long scaled = fetch(WEB).body().at("/metadata/generation").asLong();

        assertThat(labelled).isEqualTo(first);
        assertThat(scaled).isEqualTo(first + 1);
    }

    @Test
    void a_subresource_that_is_not_there_is_404() {
        assertThat(fetch("/api/v1/namespaces/NS/configmaps/kube-root-ca.crt/scale")
                        .code())
                .isEqualTo(404);
    }
}
