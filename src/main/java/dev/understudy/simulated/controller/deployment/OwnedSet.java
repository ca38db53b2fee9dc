package dev.understudy.simulated.controller.deployment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.store.Meta;
import java.time.Instant;
import java.util.Comparator;
import java.util.OptionalInt;

/** A ReplicaSet as the Deployment that controls it sees it. */
record OwnedSet(ObjectNode object) {
    static final String REVISION = "deployment.kubernetes.io/revision";
    static final String DESIRED = "deployment.kubernetes.io/desired-replicas";
    static final String MOST = "deployment.kubernetes.io/max-replicas";

    static final Comparator<OwnedSet> OLDEST_FIRST =
            Comparator.comparing(OwnedSet::created).thenComparing(OwnedSet::name);
    static final Comparator<OwnedSet> BY_REVISION = Comparator.comparingLong(OwnedSet::revision);

    String name() {
        return Meta.name(object);
    }

    Instant created() {
        return Marks.created(object);
    }

    /** Returns the pods asked for. */
    int size() {
        return object.path("spec").path("replicas").asInt(1);
    }

    /** Returns the pods that exist. */
    int replicas() {
        return count("replicas");
    }

    int ready() {
        return count("readyReplicas");
    }

    int available() {
        return count("availableReplicas");
    }

    int terminating() {
        return count("terminatingReplicas");
    }

    /** Tells whether the set's own controller has seen its latest spec. */
    boolean isObserved() {
        return count("observedGeneration") >= Marks.generation(object);
    }

    long revision() {
        return annotation(REVISION).orElse(0);
    }

    /** Returns the size of the Deployment when this set was last scaled. */
    OptionalInt desired() {
        return annotation(DESIRED);
    }

    /** Returns the most pods the Deployment allowed when this set was last scaled. */
    OptionalInt most() {
        return annotation(MOST);
    }

    private int count(String field) {
        return object.path("status").path(field).asInt();
    }

    private OptionalInt annotation(String key) {
        try {
            String value = Marks.annotation(object, key);
            return value.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(value));
        } catch (NumberFormatException tampered) {
            return OptionalInt.empty();
        }
    }
}
