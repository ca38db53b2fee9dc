package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.simulated.contract.Requests.Answer;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class CustomResourcesContractTest extends GadgetContract {
    @Test
    void a_custom_object_gets_defaults_and_loses_the_fields_that_its_schema_does_not_know() {
        Answer made = create("a", "{'size':3,'bogus':1,'free':{'x':{'y':1}},'colour':null,'flag':null}");

        assertThat(made.code()).isEqualTo(201);
        assertThat(made.warnings()).containsExactly("299 - \"unknown field \\\"spec.bogus\\\"\"");
        assertThat(made.body().path("spec"))
                .isEqualTo(Json.of("{'size':3,'free':{'x':{'y':1}},'flag':null,'colour':'red','replicas':1}"));
        assertThat(made.body().at("/metadata/generation").asInt()).isEqualTo(1);
    }

    @Test
    void strict_validation_of_a_custom_object_names_every_unknown_field() {
        Answer refused = requests.post(
                gadgets + "?fieldValidation=Strict",
                gadget("b", "{'size':3,'bogus':1,'parts':[{'name':'q','zz':1}]},'other':2,'other':3"));

        assertThat(refused.code()).isEqualTo(400);
        assertThat(refused.message())
                .isEqualTo("Gadget in version \"v1\" cannot be handled as a Gadget: strict decoding error: duplicate"
                        + " field \"other\", unknown field \"other\", unknown field \"spec.bogus\", unknown field"
                        + " \"spec.parts[0].zz\"");
    }

    @Test
    void a_custom_object_without_a_required_field_is_refused() {
        Answer refused = create("c", "{}");

        assertThat(refused.code()).isEqualTo(422);
        assertThat(refused.message()).isEqualTo("Gadget." + group + " \"c\" is invalid: spec.size: Required value");
    }

    @Test
    void every_value_that_breaks_the_schema_is_named() {
        Answer refused = create(
                "c",
                "{'size':11,'colour':'blue','label':'A','tags':['x','y','z'],'since':'yesterday',"
                        + "'parts':[{'weight':1}],'map':{'a':'b'},'port':true}");

        assertThat(refused.code()).isEqualTo(422);
        assertThat(messages(refused))
                .containsExactlyInAnyOrder(
                        "Invalid value: \"A\": spec.label in body should be at least 2 chars long",
                        "Required value",
                        "Too many: 3: must have at most 2 items",
                        "Invalid value: \"string\": spec.map.a in body must be of type integer: \"string\"",
                        "Invalid value: \"yesterday\": spec.since in body must be of type date-time: \"yesterday\"",
                        "Unsupported value: \"blue\": supported values: \"red\", \"green\"",
                        "Invalid value: \"boolean\": spec.port in body must be of type integer,string: \"boolean\"",
                        "Invalid value: 11: spec.size in body should be less than or equal to 10");
    }

    @Test
    void bounds_patterns_and_names_of_elements_are_checked() {
        Answer refused = create("c", "{'size':0,'label':'abcdefg','tags':[],'parts':[{'name':'q'},{'name':'q'}]}");

        assertThat(messages(refused))
                .containsExactlyInAnyOrder(
                        "Invalid value: 0: spec.size in body should be greater than or equal to 1",
                        "Too long: may not be more than 5 bytes",
                        "Invalid value: 0: spec.tags in body should have at least 1 items",
                        "Duplicate value: {\"name\":\"q\"}");
    }

    @Test
    void a_custom_object_must_say_what_it_is() {
        String other = gadget("c", "{'size':1}");

        assertThat(requests.post(gadgets, other.replace("/v1'", "/v1beta1'")).message())
                .isEqualTo("the API version in the data (" + group + "/v1beta1) does not match the expected API"
                        + " version (" + group + "/v1)");
        assertThat(requests.post(gadgets, other.replace("'Gadget'", "'Gidget'")).message())
                .isEqualTo("Gidget." + group + " \"c\" is invalid: kind: Invalid value: \"Gidget\": must be Gadget");
        assertThat(requests.post(gadgets, "{'metadata':{'name':'c'}}").code()).isEqualTo(400);
    }

    @Test
    void a_custom_object_takes_merge_and_json_patches_and_no_strategic_ones() {
        create("a", "{'size':3}");

        Answer merged = requests.merge(gadgets + "/a", "{'spec':{'size':4,'replicas':null,'zzz':1}}");
        Answer patched = requests.patch(
                gadgets + "/a", "application/json-patch+json", "[{'op':'add','path':'/spec/tags','value':['q']}]");
        Answer refused = requests.patch(gadgets + "/a", "application/strategic-merge-patch+json", "{}");

        assertThat(merged.body().path("spec")).isEqualTo(Json.of("{'size':4,'colour':'red','replicas':1}"));
        assertThat(patched.body().at("/metadata/generation").asInt()).isEqualTo(3);
        assertThat(refused.code()).isEqualTo(415);
        assertThat(refused.message())
                .isEqualTo("the body of the request was in an unknown format - accepted media types include:"
                        + " application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml");
    }

    @Test
    void the_status_of_a_custom_object_is_written_through_its_subresource_only() {
        create("a", "{'size':3}");

        Answer spec = requests.merge(gadgets + "/a", "{'status':{'replicas':2}}");
        Answer status = requests.merge(gadgets + "/a/status", "{'status':{'replicas':1},'spec':{'size':5}}");

        assertThat(spec.body().has("status")).isFalse();
        assertThat(status.body().at("/status/replicas").asInt()).isEqualTo(1);
        assertThat(status.body().at("/spec/size").asInt()).isEqualTo(3);
        assertThat(status.body().at("/metadata/generation").asInt()).isEqualTo(1);
    }

    @Test
    void a_custom_object_scales_by_the_paths_of_its_definition() {
        create("a", "{'size':3}");
        requests.merge(gadgets + "/a/status", "{'status':{'replicas':1,'selector':'a=b'}}");

        Answer scaled = requests.merge(gadgets + "/a/scale", "{'spec':{'replicas':3}}");
        Answer refused = requests.merge(gadgets + "/a/scale", "{'spec':{'replicas':-1}}");

        assertThat(scaled.body().path("spec")).isEqualTo(Json.of("{'replicas':3}"));
        assertThat(scaled.body().path("status")).isEqualTo(Json.of("{'replicas':1,'selector':'a=b'}"));
        assertThat(requests.get(gadgets + "/a").body().at("/spec/replicas").asInt())
                .isEqualTo(3);
        assertThat(refused.message())
                .isEqualTo("Gadget." + group + " \"a\" is invalid: .spec.replicas: Invalid value: -1: should be a"
                        + " non-negative integer");
    }

    @Test
    void another_version_shows_the_same_objects_by_its_own_schema_with_a_warning_when_deprecated() {
        create("a", "{'size':3}");
        requests.merge(gadgets + "/a/status", "{'status':{'replicas':1}}");

        Answer older = requests.get(gadgets.replace("/v1/", "/v1beta1/") + "/a");

        assertThat(older.body().path("apiVersion").asText()).isEqualTo(group + "/v1beta1");
        assertThat(older.body().path("spec")).isEqualTo(Json.of("{'size':3,'colour':'red','replicas':1}"));
        assertThat(older.body().has("status")).isFalse();
        assertThat(older.warnings())
                .containsExactly("299 - \"" + group + "/v1beta1 Gadget is deprecated; use " + group + "/v1 Gadget\"");
    }

    @Test
    void server_side_apply_merges_custom_objects_by_the_list_types_of_their_schema() {
        String first = "{'size':1,'tags':['a'],'parts':[{'name':'p','weight':1}],'free':{'a':{'b':1}},'map':{'k':1}}";
        String second = "{'size':1,'tags':['b'],'parts':[{'name':'q','weight':1}],'free':{'a':{'c':1}},'map':{'l':1}}";
        requests.apply(gadgets + "/ap", "m1", gadget("ap", first));

        Answer merged = requests.apply(gadgets + "/ap", "m2", gadget("ap", second));

        assertThat(merged.body().path("spec"))
                .isEqualTo(Json.of("{'size':1,'tags':['a','b'],'parts':[{'name':'p','weight':1},"
                        + "{'name':'q','weight':1}],'free':{'a':{'b':1,'c':1}},'map':{'k':1,'l':1},'colour':'red',"
                        + "'replicas':1}"));
    }

    @Test
    void conflicts_of_an_apply_are_listed_level_by_level() {
        String first = "{'size':1,'plain':[{'name':'x'}],'parts':[{'name':'p','weight':1}],'free':{'a':{'b':1}}}";
        requests.apply(gadgets + "/ap", "m1", gadget("ap", first));

        Answer conflict = requests.apply(
                gadgets + "/ap",
                "m2",
                gadget(
                        "ap",
                        "{'size':2,'plain':[{'name':'y'}],'parts':[{'name':'p','weight':2}],"
                                + "'free':{'a':{'b':2}}}"));

        assertThat(conflict.message())
                .isEqualTo("Apply failed with 4 conflicts: conflicts with \"m1\":\n- .spec.plain\n- .spec.size\n"
                        + "- .spec.free.a.b\n- .spec.parts[name=\"p\"].weight");
    }

    private static List<String> messages(Answer refused) {
        return StreamSupport.stream(
                        refused.body().path("details").path("causes").spliterator(), false)
                .map(cause -> cause.path("message"))
                .map(JsonNode::asText)
                .toList();
    }
}
