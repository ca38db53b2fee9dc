package dev.understudy.simulated.store;

import static dev.understudy.simulated.store.Objects.configMap;
import static dev.understudy.simulated.store.Objects.deployment;
import static dev.understudy.simulated.store.Objects.namespace;
import static dev.understudy.simulated.store.Objects.pod;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.rules.Cause;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class MemoryStoreTest {
    private static final Writer BO = Writer.updating("bo");
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.750Z");

    private final MemoryStore store = new MemoryStore(InstantSource.fixed(NOON));

    @BeforeEach
    void open_a_namespace() {
        store.create(Kinds.NAMESPACE, namespace("shop"), BO);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void gives_a_new_object_identity_version_time_and_first_generation() {
        ObjectNode made = store.create(Kinds.DEPLOYMENT, deployment("shop", "cart", 2), BO);

        assertThat(Meta.uid(made)).hasSize(36);
        assertThat(Meta.resourceVersion(made)).isNotEmpty();
        assertThat(Meta.text(made, "creationTimestamp")).isEqualTo("2026-11-21T12:00:00Z");
        assertThat(made.path("metadata").path("generation").asInt()).isEqualTo(1);
        assertThat(made.path("apiVersion").asText()).isEqualTo("apps/v1");
        assertThat(made.path("kind").asText()).isEqualTo("Deployment");
    }

    @Test
    void makes_a_name_from_generate_name() {
        ObjectNode nameless = configMap("shop", "");
        Meta.of(nameless).put("generateName", "cart-");

        ObjectNode made = store.create(Kinds.CONFIG_MAP, nameless, BO);

        assertThat(Meta.name(made)).startsWith("cart-").hasSize(10);
    }

    @Test
    void refuses_a_taken_name_in_the_words_of_the_server() {
        store.create(Kinds.DEPLOYMENT, deployment("shop", "cart", 2), BO);

        StatusException refusal = refusalOf(() -> store.create(Kinds.DEPLOYMENT, deployment("shop", "cart", 2), BO));

        assertThat(refusal.code()).isEqualTo(409);
        assertThat(refusal.reason()).isEqualTo("AlreadyExists");
        assertThat(refusal).hasMessage("deployments.apps \"cart\" already exists");
        assertThat(refusal.details().kind()).isEqualTo("deployments");
    }

    @Test
    void refuses_to_create_in_a_namespace_that_is_not_there() {
        StatusException refusal = refusalOf(() -> store.create(Kinds.CONFIG_MAP, configMap("nowhere", "x"), BO));

        assertThat(refusal.code()).isEqualTo(404);
        assertThat(refusal).hasMessage("namespaces \"nowhere\" not found");
    }

    @Test
    void refuses_to_create_in_a_namespace_that_is_going() {
        store.delete(Kinds.NAMESPACE, "", "shop", "", "Background", -1, BO);

        StatusException refusal = refusalOf(() -> store.create(Kinds.CONFIG_MAP, configMap("shop", "x"), BO));

        assertThat(refusal.code()).isEqualTo(403);
        assertThat(refusal.details().causes()).extracting(Cause::reason).containsExactly("NamespaceTerminating");
    }

    @Test
    void refuses_a_write_made_for_an_older_version() {
        ObjectNode read = store.create(Kinds.CONFIG_MAP, configMap("shop", "colours"), BO);
        ObjectNode newer = read.deepCopy();
        newer.withObjectProperty("data").put("colour", "red");
        store.update(Kinds.CONFIG_MAP, newer, BO);

        StatusException refusal = refusalOf(() -> store.update(Kinds.CONFIG_MAP, read, BO));

        assertThat(refusal.code()).isEqualTo(409);
        assertThat(refusal)
                .hasMessage("Operation cannot be fulfilled on configmaps \"colours\": the object has been modified;"
                        + " please apply your changes to the latest version and try again");
    }

    @Test
    void a_write_that_changes_nothing_keeps_the_version() {
        ObjectNode made = store.create(Kinds.CONFIG_MAP, configMap("shop", "colours"), BO);

        ObjectNode again = store.update(Kinds.CONFIG_MAP, made, BO);

        assertThat(again).isEqualTo(made);
    }

    @Test
    void a_changed_spec_is_a_new_generation_and_a_changed_status_is_not() {
        ObjectNode made = store.create(Kinds.DEPLOYMENT, deployment("shop", "cart", 2), BO);
        made.withObjectProperty("spec").put("replicas", 3);
        ObjectNode scaled = store.update(Kinds.DEPLOYMENT, made, BO);
        scaled.withObjectProperty("status").put("replicas", 3);

        ObjectNode observed = store.updateStatus(Kinds.DEPLOYMENT, scaled, BO);

        assertThat(scaled.path("metadata").path("generation").asInt()).isEqualTo(2);
        assertThat(observed.path("metadata").path("generation").asInt()).isEqualTo(2);
        assertThat(observed.path("status").path("replicas").asInt()).isEqualTo(3);
    }

    @Test
    void an_update_leaves_the_status_alone_and_a_status_update_leaves_the_rest_alone() {
        ObjectNode made = store.create(Kinds.DEPLOYMENT, deployment("shop", "cart", 2), BO);
        ObjectNode both = made.deepCopy();
        both.withObjectProperty("spec").put("replicas", 9);
        both.withObjectProperty("status").put("replicas", 9);

        ObjectNode observed = store.updateStatus(Kinds.DEPLOYMENT, both, BO);

        assertThat(observed.path("spec").path("replicas").asInt()).isEqualTo(2);
        assertThat(observed.path("status").path("replicas").asInt()).isEqualTo(9);
    }

    @Test
    void a_finalizer_keeps_a_deleted_object_until_it_is_taken_away() {
        ObjectNode held = configMap("shop", "colours");
        Meta.of(held).putArray("finalizers").add("shop.example/hold");
        store.create(Kinds.CONFIG_MAP, held, BO);
        store.delete(Kinds.CONFIG_MAP, "shop", "colours", "", "Background", -1, BO);
        ObjectNode going = store.get(Kinds.CONFIG_MAP, "shop", "colours").orElseThrow();
        assertThat(Meta.isTerminating(going)).isTrue();
        Meta.of(going).remove("finalizers");

        store.update(Kinds.CONFIG_MAP, going, BO);

        assertThat(store.get(Kinds.CONFIG_MAP, "shop", "colours")).isEmpty();
    }

    @Test
    void a_running_pod_is_given_its_grace_and_goes_at_once_when_forced() {
        store.create(Kinds.POD, pod("shop", "cart-1", "node-1"), BO);
        store.delete(Kinds.POD, "shop", "cart-1", "", "Background", -1, BO);
        ObjectNode going = store.get(Kinds.POD, "shop", "cart-1").orElseThrow();
        assertThat(Meta.text(going, "deletionTimestamp")).isEqualTo("2026-11-21T12:00:30Z");

        store.delete(Kinds.POD, "shop", "cart-1", "", "Background", 0, BO);

        assertThat(store.get(Kinds.POD, "shop", "cart-1")).isEmpty();
    }

    @Test
    void deletes_only_the_uid_that_the_caller_means() {
        store.create(Kinds.CONFIG_MAP, configMap("shop", "colours"), BO);

        StatusException refusal =
                refusalOf(() -> store.delete(Kinds.CONFIG_MAP, "shop", "colours", "another", "Background", -1, BO));

        assertThat(refusal.code()).isEqualTo(409);
        assertThat(refusal.getMessage()).contains("the UID in the precondition (another) does not match");
    }

    @Test
    void a_dry_run_answers_as_if_and_keeps_nothing() {
        Write dryRun = new Write(BO, "", true, false);

        ObjectNode made = store.create(Kinds.CONFIG_MAP, configMap("shop", "colours"), dryRun);

        assertThat(Meta.uid(made)).isNotEmpty();
        assertThat(store.list(Kinds.CONFIG_MAP, "")).isEmpty();
    }

    @Test
    void tells_every_later_change_in_order() throws Exception {
        List<StoreEvent> heard = new CopyOnWriteArrayList<>();
        try (AutoCloseable listening = store.subscribe(heard::add)) {
            store.create(Kinds.CONFIG_MAP, configMap("shop", "colours"), BO);
            store.delete(Kinds.CONFIG_MAP, "shop", "colours", "", "Background", -1, BO);
            store.create(Kinds.CONFIG_MAP, configMap("shop", "sizes"), BO);

            await().until(() -> heard.size() == 3);
        }
        assertThat(heard)
                .extracting(StoreEvent::type)
                .containsExactly(StoreEvent.Type.ADDED, StoreEvent.Type.DELETED, StoreEvent.Type.ADDED);
        assertThat(heard).extracting(StoreEvent::resourceVersion).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void a_listener_that_fails_goes_on_hearing() throws Exception {
        Logger log = (Logger) LoggerFactory.getLogger(Feed.class);
        log.setLevel(Level.OFF);
        List<StoreEvent> heard = new CopyOnWriteArrayList<>();
        try (AutoCloseable failing = store.subscribe(event -> {
            heard.add(event);
            throw new IllegalStateException("on purpose");
        })) {
            store.create(Kinds.CONFIG_MAP, configMap("shop", "colours"), BO);
            store.create(Kinds.CONFIG_MAP, configMap("shop", "sizes"), BO);

            await().until(() -> heard.size() == 2);
        } finally {
            log.setLevel(null);
        }
    }

    private static StatusException refusalOf(ThrowingCallable write) {
        return catchThrowableOfType(StatusException.class, write);
    }
}
