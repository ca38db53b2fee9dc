package dev.understudy.simulated.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.simulated.world.World;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WritingTest extends ServerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'op':'test','path':'/spec/replicas','value':7}]",
                "[{'op':'nonsense','path':'/spec/replicas'}]",
                "[{'op':'remove','path':'/spec/absent'}]",
                "[{'op':'add','path':'/absent/below','value':1}]"
            })
    void a_json_patch_that_does_not_fit_is_422_with_empty_details(String patch) {
        var answer = admin.patch(DEPLOYMENT, JSON_PATCH, patch);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.message()).isEqualTo("the server rejected our request due to an error in our request");
        assertThat(answer.body().path("reason").asText()).isEqualTo("Invalid");
        assertThat(answer.body().path("details").toString()).isEqualTo("{}");
    }

    @Test
    void a_json_patch_may_test_for_absence_and_set_what_is_absent() {
        var answer = admin.patch(
                DEPLOYMENT,
                JSON_PATCH,
                "[{'op':'test','path':'/spec/paused','value':null},"
                        + "{'op':'replace','path':'/spec/minReadySeconds','value':3}]");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().at("/spec/minReadySeconds").asInt()).isEqualTo(3);
    }

    @Test
    void a_badly_typed_patch_answers_with_the_object() {
        var answer = admin.patch(DEPLOYMENT, MERGE_PATCH, "{'spec':{'replicas':'x'}}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.message())
                .startsWith(" \"\" is invalid: patch: Invalid value: \"{")
                .contains("shop/cart:1");
    }

    @Test
    void a_dry_run_shows_the_canonical_value_and_keeps_nothing() {
        String patch = "{'spec':{'template':{'spec':{'containers':[{'name':'main','image':'shop/cart:1',"
                + "'resources':{'limits':{'cpu':'0.5','memory':'1024Mi'}}}]}}}}";

        var answer = admin.patch(DEPLOYMENT + "?dryRun=All", MERGE_PATCH, patch);

        JsonNode limits = answer.body().at("/spec/template/spec/containers/0/resources/limits");
        assertThat(limits.toString()).isEqualTo("{\"cpu\":\"500m\",\"memory\":\"1Gi\"}");
        JsonNode kept = admin.get(DEPLOYMENT).body();
        assertThat(kept.at("/spec/template/spec/containers/0/resources")).isEmpty();
    }

    @Test
    void strict_validation_names_every_unknown_and_duplicate_field() {
        var answer = admin.post(
                CONFIG_MAPS + "?fieldValidation=Strict",
                "{'metadata':{'name':'x'},'dat':{'a':'b'},'data':{'a':'b'},'data':{'a':'c'}}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message())
                .isEqualTo("ConfigMap in version \"v1\" cannot be handled as a ConfigMap: strict decoding error:"
                        + " unknown field \"dat\", duplicate field \"data\"");
    }

    @Test
    void without_a_wish_unknown_fields_are_dropped_with_a_warning() {
        var answer = admin.post(CONFIG_MAPS, "{'metadata':{'name':'x'},'dat':{'a':'b'}}");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.response().headers().allValues("Warning"))
                .containsExactly("299 - \"unknown field \\\"dat\\\"\"");
        assertThat(answer.body().has("dat")).isFalse();
    }

    @Test
    void an_apply_creates_and_says_who_owns_what() {
        var answer = admin.patch(
                CONFIG_MAPS + "/colours?fieldManager=bo",
                APPLY,
                "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: colours}\ndata: {day: \"2026-11-21\"}\n");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().at("/metadata/managedFields/0/operation").asText())
                .isEqualTo("Apply");
        assertThat(answer.body().at("/data/day").asText()).isEqualTo("2026-11-21");
    }

    @Test
    void an_apply_in_conflict_names_the_manager_and_the_field() {
        admin.patch(
                CONFIG_MAPS + "/c?fieldManager=bo",
                APPLY,
                "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'c'},'data':{'a':'1'}}");

        var answer = admin.patch(
                CONFIG_MAPS + "/c?fieldManager=eve",
                APPLY,
                "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'c'},'data':{'a':'2'}}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.message()).isEqualTo("Apply failed with 1 conflict: conflict with \"bo\": .data.a");
    }

    @Test
    void a_scale_does_not_show_zero_and_owns_the_replicas() {
        var answer = admin.patch(DEPLOYMENT + "/scale?fieldManager=bo", MERGE_PATCH, "{'spec':{'replicas':0}}");

        assertThat(answer.body().path("kind").asText()).isEqualTo("Scale");
        assertThat(answer.body().path("spec")).isEmpty();
        assertThat(answer.body().at("/status/selector").asText()).isEqualTo("app=cart");
        JsonNode owners = admin.get(DEPLOYMENT).body().at("/metadata/managedFields");
        assertThat(owners).anySatisfy(owner -> {
            assertThat(owner.path("manager").asText()).isEqualTo("bo");
            assertThat(owner.path("subresource").asText()).isEqualTo("scale");
        });
    }

    @Test
    void names_and_namespaces_in_body_and_url_must_agree() {
        var renamed = admin.patch(DEPLOYMENT, MERGE_PATCH, "{'metadata':{'name':'other'}}");
        var elsewhere = admin.post(CONFIG_MAPS, "{'metadata':{'name':'x','namespace':'other'}}");

        assertThat(renamed.message())
                .isEqualTo("the name of the object (other) does not match the name on the URL (cart)");
        assertThat(elsewhere.message())
                .isEqualTo("the namespace of the provided object does not match the namespace sent on the request");
    }

    @Test
    void bodies_above_three_mebibytes_are_refused() {
        var answer = admin.post(CONFIG_MAPS, "{'data':{'a':'" + "x".repeat(3 * 1024 * 1024) + "'}}");

        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void reads_the_protobuf_of_a_new_namespace() {
        byte[] body = Base64.getDecoder().decode("azhzAAoPCgJ2MRIJTmFtZXNwYWNlEgwKCgoIY2FtcGFpZ24=");

        var answer = admin.post("/api/v1/namespaces", body, "application/vnd.kubernetes.protobuf");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().at("/metadata/name").asText()).isEqualTo("campaign");
    }

    @Test
    void a_deletion_says_what_has_gone() {
        admin.post(CONFIG_MAPS, "{'metadata':{'name':'x'}}");

        var answer = admin.delete(CONFIG_MAPS + "/x");

        assertThat(answer.body().path("status").asText()).isEqualTo("Success");
        assertThat(answer.body().at("/details/name").asText()).isEqualTo("x");
        assertThat(admin.get(CONFIG_MAPS + "/x").status()).isEqualTo(404);
    }

    @Test
    void the_namespaces_of_every_cluster_stay() {
        var answer = admin.delete("/api/v1/namespaces/kube-system");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.message())
                .isEqualTo("namespaces \"kube-system\" is forbidden: this namespace may not be deleted");
    }

    @Test
    void a_written_alerting_rule_comes_with_a_warning_that_it_changes_none() {
        cluster.load(World.read("""
                apiVersion: monitoring.coreos.com/v1
                kind: PrometheusRule
                metadata: {name: up}
                spec: {groups: [{name: up, rules: [{alert: Down, expr: up == 0}]}]}
                """, "rules.yaml"));
        String rule = "/apis/monitoring.coreos.com/v1/namespaces/default/prometheusrules/up";

        var answer = admin.patch(rule, MERGE_PATCH, "{'spec':{'groups':[]}}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().headers().allValues("Warning"))
                .singleElement()
                .asString()
                .contains("follows the alerting rules of its world file only");
        assertThat(admin.get(rule).response().headers().allValues("Warning")).isEmpty();
    }
}
