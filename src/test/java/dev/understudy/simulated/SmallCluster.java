package dev.understudy.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.admission.AdmissionSteps;
import dev.understudy.simulated.controller.ControlPlane;
import dev.understudy.simulated.node.Pace;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.MemoryStore;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.StatusException;
import dev.understudy.simulated.store.Writer;
import dev.understudy.simulated.traffic.Answer;
import dev.understudy.simulated.traffic.Call;
import dev.understudy.simulated.traffic.Traffic;
import dev.understudy.simulated.world.World;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowingConsumer;

/** A store with a running control plane, as fast as it goes, and a person who works on it. */
public final class SmallCluster implements AutoCloseable {
    public static final Writer PERSON = Writer.updating("kubectl-edit");

    public final MemoryStore store;
    public final ControlPlane plane;
    private final InstantSource clock;

    public SmallCluster() {
        this(InstantSource.system(), Pace.DEFAULT.scaled(0.02));
    }

    public SmallCluster(InstantSource clock, Pace pace) {
        this.clock = clock;
        this.store = new MemoryStore(clock, AdmissionSteps.standard());
        this.plane = new ControlPlane(store, clock, pace);
        plane.start();
    }

    public SmallCluster with(String yaml) {
        World.read(yaml, "test.yaml").apply(store);
        return this;
    }

    /** Moves a hand-driven clock. */
    public void pass(Duration time) {
        ((HandClock) clock).advance(time);
        plane.clockMoved();
    }

    public ObjectNode get(Kind kind, String name) {
        return store.get(kind, kind.namespaced() ? "shop" : "", name).orElseThrow();
    }

    public boolean has(Kind kind, String name) {
        return store.get(kind, kind.namespaced() ? "shop" : "", name).isPresent();
    }

    public List<ObjectNode> pods() {
        return store.list(Kinds.POD, "shop");
    }

    /** Changes an object as a person would: again, when a controller was quicker. */
    public void edit(Kind kind, String name, Consumer<ObjectNode> change) {
        while (true) {
            try {
                ObjectNode object = get(kind, name);
                change.accept(object);
                store.update(kind, object, PERSON);
                return;
            } catch (StatusException conflict) {
                assertThat(conflict.reason()).isEqualTo("Conflict");
            }
        }
    }

    /** Waits until every controller has looked at what is stored now: the last of them answers what is asked last. */
    public void settle() {
        World.read("{apiVersion: v1, kind: Namespace, metadata: {name: settle}}", "settle.yaml")
                .apply(store);
        store.delete(Kinds.NAMESPACE, "", "settle", "", "Background", -1, PERSON);
        eventually(() -> assertThat(store.get(Kinds.NAMESPACE, "", "settle")).isEmpty());
    }

    public void scale(String deployment, int replicas) {
        edit(
                Kinds.DEPLOYMENT,
                deployment,
                object -> object.withObjectProperty("spec").put("replicas", replicas));
    }

    public void setImage(String deployment, String image) {
        edit(
                Kinds.DEPLOYMENT,
                deployment,
                object -> ((ObjectNode) object.at("/spec/template/spec/containers/0")).put("image", image));
    }

    public void delete(Kind kind, String name, String policy) {
        store.delete(kind, kind.namespaced() ? "shop" : "", name, "", policy, -1, PERSON);
    }

    public Answer call(String service) {
        return new Traffic(store).answer(new Call("shop", service, "80", "GET", "/healthz"));
    }

    /** Waits until the assertion holds. */
    public static void eventually(Runnable assertion) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(5))
                .ignoreExceptions()
                .untilAsserted(assertion::run);
    }

    public void untilAvailable(String deployment, int replicas) {
        eventually(() -> {
            JsonNode status = get(Kinds.DEPLOYMENT, deployment).path("status");
            assertThat(status.path("availableReplicas").asInt()).isEqualTo(replicas);
            assertThat(status.path("updatedReplicas").asInt()).isEqualTo(replicas);
            assertThat(status.path("replicas").asInt()).isEqualTo(replicas);
        });
    }

    public List<String> names(Kind kind) {
        return store.list(kind, "shop").stream().map(Meta::name).toList();
    }

    @Override
    public void close() {
        plane.close();
        store.close();
    }

    /** Checks one object. */
    public void expect(Kind kind, String name, ThrowingConsumer<ObjectNode> check) {
        eventually(() -> check.accept(get(kind, name)));
    }
}
