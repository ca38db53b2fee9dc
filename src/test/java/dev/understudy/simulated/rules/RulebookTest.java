package dev.understudy.simulated.rules;

import static dev.understudy.simulated.store.Objects.configMap;
import static dev.understudy.simulated.store.Objects.deployment;
import static dev.understudy.simulated.store.Objects.json;
import static dev.understudy.simulated.store.Objects.namespace;
import static dev.understudy.simulated.store.Objects.pod;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.MemoryStore;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.StatusException;
import dev.understudy.simulated.store.Writer;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RulebookTest {
    private static final Writer BO = Writer.updating("bo");

    private final MemoryStore store = new MemoryStore(InstantSource.system());

    @BeforeEach
    void open_a_namespace() {
        store.create(Kinds.NAMESPACE, namespace("shop"), BO);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private StatusException refusalOfCreating(Kind kind, ObjectNode object) {
        return catchThrowableOfType(StatusException.class, () -> store.create(kind, object, BO));
    }

    @Test
    void lists_every_broken_rule_in_the_words_of_the_server() {
        ObjectNode broken = deployment("shop", "cart", -1);
        broken.withObjectProperty("spec")
                .withObjectProperty("template")
                .set("metadata", json("{'labels':{'app':'other'}}"));
        ((ObjectNode) broken.at("/spec/template/spec/containers/0")).remove("image");

        StatusException refusal = refusalOfCreating(Kinds.DEPLOYMENT, broken);

        assertThat(refusal.code()).isEqualTo(422);
        assertThat(refusal)
                .hasMessage("Deployment.apps \"cart\" is invalid: [spec.replicas: Invalid value: -1: must be greater"
                        + " than or equal to 0, spec.template.metadata.labels: Invalid value: {\"app\":\"other\"}:"
                        + " `selector` does not match template `labels`, spec.template.spec.containers[0].image:"
                        + " Required value]");
        assertThat(refusal.details().causes()).hasSize(3);
    }

    @Test
    void the_selector_of_a_deployment_never_changes() {
        ObjectNode made = store.create(Kinds.DEPLOYMENT, deployment("shop", "cart", 1), BO);
        made.withObjectProperty("spec").set("selector", json("{'matchLabels':{'app':'x'}}"));
        made.withObjectProperty("spec").withObjectProperty("template").set("metadata", json("{'labels':{'app':'x'}}"));

        StatusException refusal =
                catchThrowableOfType(StatusException.class, () -> store.update(Kinds.DEPLOYMENT, made, BO));

        assertThat(refusal.getMessage()).contains("spec.selector").contains("field is immutable");
    }

    @Test
    void names_follow_the_rules_of_dns() {
        StatusException refusal = refusalOfCreating(Kinds.CONFIG_MAP, configMap("shop", "A_b"));

        assertThat(refusal.getMessage())
                .startsWith(
                        "ConfigMap \"A_b\" is invalid: metadata.name: Invalid value: \"A_b\": a lowercase RFC 1123");
    }

    @Test
    void fills_in_the_defaults_of_a_deployment() {
        ObjectNode sent = deployment("shop", "cart", 1);
        sent.withObjectProperty("spec").remove("replicas");

        ObjectNode made = store.create(Kinds.DEPLOYMENT, sent, BO);

        assertThat(made.at("/spec/replicas").asInt()).isEqualTo(1);
        assertThat(made.at("/spec/strategy/rollingUpdate/maxSurge").asText()).isEqualTo("25%");
        assertThat(made.at("/spec/revisionHistoryLimit").asInt()).isEqualTo(10);
        assertThat(made.at("/spec/template/spec/terminationGracePeriodSeconds").asInt())
                .isEqualTo(30);
        assertThat(made.at("/spec/template/spec/containers/0/imagePullPolicy").asText())
                .isEqualTo("IfNotPresent");
    }

    @Test
    void folds_the_plain_texts_of_a_secret_into_its_data() {
        ObjectNode secret = json("{'metadata':{'namespace':'shop','name':'s'},'stringData':{'k':'v'}}");

        ObjectNode made = store.create(Kinds.SECRET, secret, BO);

        assertThat(made.at("/data/k").asText()).isEqualTo("dg==");
        assertThat(made.has("stringData")).isFalse();
        assertThat(made.path("type").asText()).isEqualTo("Opaque");
    }

    @Test
    void gives_each_service_an_address_of_its_own_and_keeps_it() {
        ObjectNode first = store.create(Kinds.SERVICE, service("one"), BO);
        ObjectNode second = store.create(Kinds.SERVICE, service("two"), BO);
        ObjectNode replaced = store.update(Kinds.SERVICE, service("one"), BO);

        assertThat(first.at("/spec/clusterIP").asText()).startsWith("10.96.");
        assertThat(second.at("/spec/clusterIP")).isNotEqualTo(first.at("/spec/clusterIP"));
        assertThat(replaced.at("/spec/clusterIP")).isEqualTo(first.at("/spec/clusterIP"));
        assertThat(first.at("/spec/ports/0/targetPort").asInt()).isEqualTo(80);
    }

    @Test
    void a_running_pod_may_change_its_image_and_little_else() {
        ObjectNode made = store.create(Kinds.POD, pod("shop", "cart-1", "node-a"), BO);
        ((ObjectNode) made.at("/spec/containers/0")).put("image", "shop/main:2");
        ObjectNode renewed = store.update(Kinds.POD, made, BO);
        renewed.withObjectProperty("spec").put("nodeName", "node-b");

        StatusException refusal =
                catchThrowableOfType(StatusException.class, () -> store.update(Kinds.POD, renewed, BO));

        assertThat(refusal.getMessage()).contains("spec: Forbidden: pod updates may not change fields other than");
    }

    @Test
    void a_job_gets_a_selector_of_its_own() {
        ObjectNode job = json("{'metadata':{'namespace':'shop','name':'j'},'spec':{'template':{'spec':{"
                + "'restartPolicy':'Never','containers':[{'name':'main','image':'x:1'}]}}}}");

        ObjectNode made = store.create(Kinds.JOB, job, BO);

        String uid = Meta.uid(made);
        assertThat(made.at("/spec/selector/matchLabels")
                        .path("batch.kubernetes.io/controller-uid")
                        .asText())
                .isEqualTo(uid);
        assertThat(made.at("/spec/template/metadata/labels").path("job-name").asText())
                .isEqualTo("j");
    }

    private static ObjectNode service(String name) {
        return json("{'metadata':{'namespace':'shop','name':'" + name + "'},'spec':{'ports':[{'port':80}]}}");
    }
}
