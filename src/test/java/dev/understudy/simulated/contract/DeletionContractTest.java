package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeletionContractTest extends ServerContract {
    private static final String BAGS = "/api/v1/namespaces/NS/configmaps";
    private static final String BAG = BAGS + "/bag";
    private static final String SET = "/apis/apps/v1/namespaces/NS/replicasets/set";
    private static final String PODS = "/api/v1/namespaces/NS/pods?labelSelector=app%3Dset";

    private void bag(String metadata) {
        post(BAGS, "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'bag'" + metadata + "}}");
    }

    private void set() {
        create("""
                apiVersion: apps/v1
                kind: ReplicaSet
                metadata: {name: set}
                spec:
                  replicas: 2
                  selector: {matchLabels: {app: set}}
                  template:
                    metadata: {labels: {app: set}}
                    spec: {terminationGracePeriodSeconds: 0, containers: [{name: one, image: "shop/one:1"}]}
                """);
        eventually(() -> assertThat(fetch(PODS).body().path("items")).hasSize(2));
    }

    @Test
    void a_finalizer_holds_an_object_until_it_is_taken_away() {
        bag(",'finalizers':['shop.example/hold']");

        var terminating = remove(BAG);

        assertThat(terminating.body().at("/metadata/deletionTimestamp").asText())
                .isNotEmpty();
        assertThat(fetch(BAG).code()).isEqualTo(200);
        send("PATCH", BAG, "application/merge-patch+json", "{'metadata':{'finalizers':null}}");
        assertThat(fetch(BAG).code()).isEqualTo(404);
    }

    @Test
    void a_terminating_object_takes_no_new_finalizer() {
        bag(",'finalizers':['shop.example/hold']");
        remove(BAG);

        var answer = send(
                "PATCH",
                BAG,
                "application/merge-patch+json",
                "{'metadata':{'finalizers':['shop.example/hold','shop.example/more']}}");

        assertThat(answer.code()).isEqualTo(422);
        assertThat(answer.message()).contains("no new finalizers can be added if the object is being deleted");
        send("PATCH", BAG, "application/merge-patch+json", "{'metadata':{'finalizers':null}}");
    }

    @Test
    void a_deletion_may_name_the_uid_that_it_means() {
        bag("");

        var answer = remove(BAG, "{'preconditions':{'uid':'11111111-2222-3333-4444-555555555555'}}");

        assertThat(answer.code()).isEqualTo(409);
        assertThat(answer.message()).contains("the UID in the precondition");
    }

    @Test
    void a_deletion_may_name_the_version_that_it_means() {
        bag("");

        var answer = remove(BAG, "{'preconditions':{'resourceVersion':'1'}}");

        assertThat(answer.code()).isEqualTo(409);
        assertThat(answer.message()).contains("the ResourceVersion in the precondition");
    }

    @Test
    void a_deletion_by_dry_run_deletes_nothing() {
        bag("");

        var answer = remove(BAG + "?dryRun=All");

        assertThat(answer.code()).isEqualTo(200);
        assertThat(fetch(BAG).code()).isEqualTo(200);
    }

    @Test
    void a_deletion_answers_with_a_status_that_names_the_object() {
        bag("");

        var answer = remove(BAG);

        assertThat(answer.body().path("status").asText()).isEqualTo("Success");
        assertThat(answer.body().at("/details/name").asText()).isEqualTo("bag");
        assertThat(answer.body().at("/details/kind").asText()).isEqualTo("configmaps");
    }

    @Test
    void a_selection_can_be_deleted_at_once() {
        bag(",'labels':{'a':'b'}");
        post(BAGS, "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'other'}}");

        var answer = remove(BAGS + "?labelSelector=a%3Db");

        assertThat(answer.code()).isEqualTo(200);
        assertThat(fetch(BAG).code()).isEqualTo(404);
        assertThat(fetch(BAGS + "/other").code()).isEqualTo(200);
    }

    @Test
    void dependents_go_after_their_owner_by_default() {
        set();

        remove(SET);

        assertThat(fetch(SET).code()).isEqualTo(404);
        eventually(() -> assertThat(fetch(PODS).body().path("items")).isEmpty());
    }

    @Test
    void dependents_go_before_their_owner_in_the_foreground() {
        set();

        var answer = remove(SET, "{'propagationPolicy':'Foreground'}");

        assertThat(answer.body().at("/metadata/finalizers").toString()).isEqualTo("[\"foregroundDeletion\"]");
        eventually(() -> assertThat(fetch(SET).code()).isEqualTo(404));
        assertThat(fetch(PODS).body().path("items")).isEmpty();
    }

    @Test
    void dependents_stay_when_they_are_orphaned() {
        set();

        remove(SET, "{'propagationPolicy':'Orphan'}");

        eventually(() -> assertThat(fetch(SET).code()).isEqualTo(404));
        assertThat(fetch(PODS).body().path("items"))
                .hasSize(2)
                .allSatisfy(pod ->
                        assertThat(pod.path("metadata").has("ownerReferences")).isFalse());
    }

    @Test
    void an_unknown_propagation_policy_is_refused() {
        bag("");

        var answer = remove(BAG, "{'propagationPolicy':'Sideways'}");

        assertThat(answer.code()).isEqualTo(422);
    }

    @Test
    void an_object_whose_owner_never_was_goes() {
        bag(",'ownerReferences':[{'apiVersion':'v1','kind':'ConfigMap','name':'ghost',"
                + "'uid':'11111111-2222-3333-4444-555555555555'}]");

        eventually(() -> assertThat(fetch(BAG).code()).isEqualTo(404));
    }
}
