package dev.understudy.simulated.fields;

import static dev.understudy.simulated.store.Objects.deployment;
import static dev.understudy.simulated.store.Objects.json;
import static dev.understudy.simulated.store.Objects.namespace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.MemoryStore;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.StatusException;
import dev.understudy.simulated.store.Write;
import dev.understudy.simulated.store.Writer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The expected sets of fields were read from a real API server. */
class FieldOwnersTest {
    private static final Writer ANA = Writer.updating("ana");
    private static final Writer BO = Writer.updating("bo");
    private static final Write APPLY_BO = new Write(new Writer("bo", "Apply"), "", false, false);
    private static final Write APPLY_EVE = new Write(new Writer("eve", "Apply"), "", false, false);

    private final MemoryStore store = new MemoryStore(InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z")));

    @BeforeEach
    void open_a_namespace() {
        store.create(Kinds.NAMESPACE, namespace("shop"), ANA);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static JsonNode entry(ObjectNode object, String manager, String operation) {
        return StreamSupport.stream(
                        object.path("metadata").path("managedFields").spliterator(), false)
                .filter(each -> each.path("manager").asText().equals(manager)
                        && each.path("operation").asText().equals(operation))
                .findFirst()
                .orElseGet(() -> json("{}"));
    }

    private static JsonNode fields(ObjectNode object, String manager) {
        return entry(object, manager, "Update").path("fieldsV1");
    }

    @Test
    void whoever_creates_owns_every_field_with_its_defaults() {
        ObjectNode made = store.create(Kinds.DEPLOYMENT, deployment("shop", "cart", 2), ANA);

        assertThat(fields(made, "ana")).isEqualTo(json("""
                {'f:metadata':{'f:labels':{'.':{},'f:app':{}}},
                 'f:spec':{'f:progressDeadlineSeconds':{},'f:replicas':{},'f:revisionHistoryLimit':{},'f:selector':{},
                  'f:strategy':{'f:rollingUpdate':{'.':{},'f:maxSurge':{},'f:maxUnavailable':{}},'f:type':{}},
                  'f:template':{'f:metadata':{'f:labels':{'.':{},'f:app':{}}},
                   'f:spec':{'f:containers':{'k:{~name~:~main~}':{'.':{},'f:image':{},'f:imagePullPolicy':{},
                     'f:name':{},'f:resources':{},'f:terminationMessagePath':{},'f:terminationMessagePolicy':{}}},
                    'f:dnsPolicy':{},'f:restartPolicy':{},'f:schedulerName':{},'f:securityContext':{},
                    'f:terminationGracePeriodSeconds':{}}}}}
                """));
    }

    @Test
    void an_update_takes_the_fields_that_it_changes_and_no_others() {
        ObjectNode made = store.create(Kinds.DEPLOYMENT, deployment("shop", "cart", 2), ANA);
        made.withObjectProperty("spec").put("replicas", 0);

        ObjectNode scaled = store.update(Kinds.DEPLOYMENT, made, BO);

        assertThat(fields(scaled, "bo")).isEqualTo(json("{'f:spec':{'f:replicas':{}}}"));
        assertThat(fields(scaled, "ana").path("f:spec").has("f:replicas")).isFalse();
        assertThat(fields(scaled, "ana").path("f:spec").has("f:selector")).isTrue();
    }

    @Test
    void writing_the_same_value_takes_nothing() {
        ObjectNode made = store.create(Kinds.DEPLOYMENT, deployment("shop", "cart", 2), ANA);

        ObjectNode again = store.update(Kinds.DEPLOYMENT, made, BO);

        assertThat(fields(again, "bo")).isEmpty();
    }

    @Test
    void writes_to_a_subresource_have_an_entry_of_their_own() {
        ObjectNode made = store.create(Kinds.DEPLOYMENT, deployment("shop", "cart", 2), ANA);
        made.withObjectProperty("status").put("replicas", 2);

        ObjectNode observed = store.updateStatus(Kinds.DEPLOYMENT, made, BO);

        assertThat(entry(observed, "bo", "Update").path("subresource").asText()).isEqualTo("status");
        assertThat(fields(observed, "bo")).isEqualTo(json("{'f:status':{'f:replicas':{}}}"));
    }

    @Test
    void a_client_may_give_fields_back_by_writing_the_owners_itself() {
        ObjectNode made = store.create(Kinds.DEPLOYMENT, deployment("shop", "cart", 2), ANA);
        made.withObjectProperty("spec").put("replicas", 0);
        ObjectNode scaled = store.update(Kinds.DEPLOYMENT, made, BO);
        ObjectNode former = made.deepCopy();
        Meta.of(scaled).set("managedFields", Meta.of(former).get("managedFields"));

        ObjectNode given = store.update(Kinds.DEPLOYMENT, scaled, Writer.updating("undo"));

        assertThat(fields(given, "ana").path("f:spec").has("f:replicas")).isTrue();
        assertThat(fields(given, "bo")).isEmpty();
        assertThat(given.path("spec").path("replicas").asInt()).isZero();
    }

    @Test
    void one_empty_entry_forgets_every_owner() {
        ObjectNode made = store.create(Kinds.DEPLOYMENT, deployment("shop", "cart", 2), ANA);
        Meta.of(made).putArray("managedFields").addObject();

        ObjectNode forgotten = store.update(Kinds.DEPLOYMENT, made, BO);

        assertThat(forgotten.path("metadata").has("managedFields")).isFalse();
    }

    @Test
    void leaving_the_owners_out_forgets_nobody() {
        ObjectNode made = store.create(Kinds.DEPLOYMENT, deployment("shop", "cart", 2), ANA);
        Meta.of(made).remove("managedFields");

        ObjectNode kept = store.update(Kinds.DEPLOYMENT, made, BO);

        assertThat(fields(kept, "ana")).isNotEmpty();
    }

    @Test
    void an_apply_owns_what_its_configuration_names_and_not_the_defaults() {
        ObjectNode applied = store.apply(Kinds.DEPLOYMENT, "shop", "cart", deployment("shop", "cart", 2), APPLY_BO);

        JsonNode owned = entry(applied, "bo", "Apply").path("fieldsV1");
        assertThat(owned.path("f:spec").has("f:replicas")).isTrue();
        assertThat(owned.path("f:spec").has("f:strategy")).isFalse();
        assertThat(applied.path("spec").has("strategy")).isTrue();
    }

    @Test
    void an_apply_is_refused_the_fields_of_others_and_takes_them_by_force() {
        store.apply(Kinds.DEPLOYMENT, "shop", "cart", deployment("shop", "cart", 2), APPLY_BO);
        ObjectNode wanted = deployment("shop", "cart", 5);

        StatusException refusal = catchThrowableOfType(
                StatusException.class, () -> store.apply(Kinds.DEPLOYMENT, "shop", "cart", wanted, APPLY_EVE));
        ObjectNode forced =
                store.apply(Kinds.DEPLOYMENT, "shop", "cart", wanted, new Write(APPLY_EVE.writer(), "", false, true));

        assertThat(refusal.code()).isEqualTo(409);
        assertThat(refusal).hasMessage("Apply failed with 1 conflict: conflict with \"bo\": .spec.replicas");
        assertThat(refusal.details().causes().getFirst().field()).isEqualTo(".spec.replicas");
        assertThat(forced.path("spec").path("replicas").asInt()).isEqualTo(5);
        assertThat(entry(forced, "bo", "Apply").at("/fieldsV1/f:spec").has("f:replicas"))
                .isFalse();
    }

    @Test
    void an_apply_takes_away_what_it_names_no_longer() {
        ObjectNode first = deployment("shop", "cart", 2);
        Meta.of(first).withObjectProperty("labels").put("tier", "web");
        first.withObjectProperty("spec").put("minReadySeconds", 5);
        store.apply(Kinds.DEPLOYMENT, "shop", "cart", first, APPLY_BO);

        ObjectNode second = store.apply(Kinds.DEPLOYMENT, "shop", "cart", deployment("shop", "cart", 2), APPLY_BO);

        assertThat(second.at("/metadata/labels").toString()).isEqualTo("{\"app\":\"cart\"}");
        assertThat(second.path("spec").has("minReadySeconds")).isFalse();
        assertThat(second.at("/spec/template/spec/containers")).hasSize(1);
    }

    @Test
    void applying_the_same_again_changes_no_version() {
        ObjectNode first = store.apply(Kinds.DEPLOYMENT, "shop", "cart", deployment("shop", "cart", 2), APPLY_BO);

        ObjectNode again = store.apply(Kinds.DEPLOYMENT, "shop", "cart", deployment("shop", "cart", 2), APPLY_BO);

        assertThat(again).isEqualTo(first);
    }
}
