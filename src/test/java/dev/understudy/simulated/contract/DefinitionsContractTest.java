package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.simulated.contract.Requests.Answer;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefinitionsContractTest extends GadgetContract {
    private static final String TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io";

    @Test
    void a_definition_is_established_with_the_names_that_it_asked_for() {
        eventually(() -> assertThat(conditions(definition))
                .containsExactly("NamesAccepted=True/NoConflicts", "Established=True/InitialNamesAccepted"));
        JsonNode stored = requests.get(DEFINITIONS + "/" + definition).body();

        assertThat(stored.at("/status/storedVersions")).isEqualTo(Json.of("['v1']"));
        assertThat(stored.at("/status/acceptedNames"))
                .isEqualTo(Json.of("{'plural':'gadgets','singular':'gadget','kind':'Gadget','listKind':'GadgetList',"
                        + "'shortNames':['gd'],'categories':['toys']}"));
        assertThat(stored.at("/spec/conversion/strategy").asText()).isEqualTo("None");
    }

    @Test
    void a_definition_that_wants_a_taken_name_is_not_served() {
        String other = definitionText().replace("gadgets", "gizmos").replace("gadget,", "gizmo,");
        client.load(new ByteArrayInputStream(other.getBytes(StandardCharsets.UTF_8)))
                .create();
        String name = "gizmos." + group;

        eventually(() -> assertThat(conditions(name))
                .containsExactly("NamesAccepted=False/ListKindConflict", "Established=False/NotAccepted"));

        assertThat(requests.get(gadgets.replace("gadgets", "gizmos")).code()).isEqualTo(404);
        client.apiextensions().v1().customResourceDefinitions().withName(name).delete();
    }

    @Test
    void a_definition_whose_name_does_not_follow_from_its_group_is_refused() {
        Answer refused = requests.post(
                DEFINITIONS,
                "{'apiVersion':'apiextensions.k8s.io/v1','kind':'CustomResourceDefinition','metadata':{'name':'x."
                        + group + "'},'spec':{'group':'" + group + "','scope':'Cluster','names':{'plural':'y',"
                        + "'kind':'Y'},'versions':[{'name':'v1','served':true,'storage':true}]}}");

        assertThat(refused.code()).isEqualTo(422);
        assertThat(refused.message())
                .isEqualTo("CustomResourceDefinition.apiextensions.k8s.io \"x." + group + "\" is invalid:"
                        + " [metadata.name: Invalid value: \"x." + group + "\": must be"
                        + " spec.names.plural+\".\"+spec.group, spec.versions[0].schema.openAPIV3Schema: Required"
                        + " value]");
    }

    @Test
    void a_deleted_definition_takes_its_objects_along_and_waits_for_those_that_are_held() {
        create("free", "{'size':1}");
        requests.post(
                gadgets, gadget("held", "{'size':1}").replace("'name':'held'", "'name':'held','finalizers':['a.b/c']"));

        Answer deleted = requests.delete(DEFINITIONS + "/" + definition, "{}");

        assertThat(deleted.body().at("/metadata/finalizers"))
                .isEqualTo(Json.of("['customresourcecleanup.apiextensions.k8s.io']"));
        eventually(() -> assertThat(requests.get(gadgets).body().at("/items").findValuesAsText("name"))
                .containsExactly("held"));
        assertThat(create("late", "{'size':1}").message())
                .isEqualTo("gadgets." + group + " \"late\" is forbidden: create not allowed while custom resource"
                        + " definition is terminating");
        requests.merge(gadgets + "/held", "{'metadata':{'finalizers':null}}");
        eventually(() ->
                assertThat(requests.get(DEFINITIONS + "/" + definition).code()).isEqualTo(404));
    }

    @Test
    void discovery_lists_a_defined_kind_with_its_names_and_subresources() {
        eventually(() -> assertThat(requests.get("/apis/" + group + "/v1")
                        .body()
                        .path("resources")
                        .findValuesAsText("name"))
                .containsExactly("gadgets", "gadgets/status", "gadgets/scale"));
        JsonNode whole = requests.get("/apis/" + group + "/v1").body().at("/resources/0");
        JsonNode versions = requests.get("/apis/" + group).body();

        assertThat(whole.path("singularName").asText()).isEqualTo("gadget");
        assertThat(whole.path("shortNames")).isEqualTo(Json.of("['gd']"));
        assertThat(whole.path("categories")).isEqualTo(Json.of("['toys']"));
        assertThat(whole.path("verbs"))
                .isEqualTo(Json.of("['delete','deletecollection','get','list','patch','create','update','watch']"));
        assertThat(versions.path("versions").findValuesAsText("version")).containsExactly("v1", "v1beta1");
        assertThat(versions.at("/preferredVersion/version").asText()).isEqualTo("v1");
    }

    @Test
    void a_table_of_a_defined_kind_has_the_columns_of_its_definition() {
        create("a", "{'size':3}");
        requests.merge(gadgets + "/a/status", "{'status':{'conditions':[{'type':'Ready','status':'True'}]}}");

        JsonNode table = requests.get(gadgets, TABLE).body();

        assertThat(table.path("columnDefinitions").findValuesAsText("name"))
                .containsExactly("Name", "Size", "Colour", "Ready", "Since");
        assertThat(table.path("columnDefinitions").findValuesAsText("priority"))
                .containsExactly("0", "0", "1", "0", "0");
        assertThat(table.at("/rows/0/cells")).isEqualTo(Json.of("['a',3,'red','True',null]"));
    }

    @Test
    void the_schema_of_a_defined_kind_can_be_explained() {
        eventually(() -> {
            JsonNode document =
                    requests.get("/openapi/v3/apis/" + group + "/v1").body();
            JsonNode schema = document.path("components").path("schemas").properties().stream()
                    .filter(entry -> entry.getKey().endsWith(".v1.Gadget"))
                    .findFirst()
                    .orElseThrow()
                    .getValue();
            assertThat(schema.path("description").asText()).isEqualTo("A thing to play with.");
            assertThat(schema.at("/properties/spec/properties/size/description").asText())
                    .isEqualTo("How big it is.");
            assertThat(schema.at("/x-kubernetes-group-version-kind/0/kind").asText())
                    .isEqualTo("Gadget");
        });
    }

    @Test
    void deleting_the_owner_of_a_custom_object_deletes_it() {
        create("owner", "{'size':1}");
        String uid = requests.get(gadgets + "/owner").body().at("/metadata/uid").asText();
        requests.post(
                gadgets,
                gadget("owned", "{'size':1}")
                        .replace(
                                "'name':'owned'",
                                "'name':'owned','ownerReferences':[{'apiVersion':'" + group
                                        + "/v1','kind':'Gadget','name':'owner','uid':'" + uid + "'}]"));

        requests.delete(gadgets + "/owner", "{}");

        eventually(() -> assertThat(requests.get(gadgets + "/owned").code()).isEqualTo(404));
    }

    @Test
    void a_generic_client_works_with_a_defined_kind() {
        create("a", "{'size':3}");

        List<GenericKubernetesResource> found = client.genericKubernetesResources(group + "/v1", "Gadget")
                .inNamespace(namespace)
                .list()
                .getItems();

        assertThat(found)
                .singleElement()
                .satisfies(gadget ->
                        assertThat(gadget.<Integer>get("spec", "size")).isEqualTo(3));
    }

    private List<String> conditions(String name) {
        return client
                .apiextensions()
                .v1()
                .customResourceDefinitions()
                .withName(name)
                .get()
                .getStatus()
                .getConditions()
                .stream()
                .map(each -> each.getType() + "=" + each.getStatus() + "/" + each.getReason())
                .toList();
    }
}
