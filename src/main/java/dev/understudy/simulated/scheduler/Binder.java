package dev.understudy.simulated.scheduler;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Condition;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.reconcile.Recorder;
import dev.understudy.simulated.reconcile.Remark;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.store.Writer;
import java.time.InstantSource;
import java.util.List;

/** Writes down what the scheduler decided: a pod's node, why it waits, and who has to go. */
final class Binder {
    static final String COMPONENT = "default-scheduler";

    private static final Writer WRITER = Writer.updating("kube-scheduler");
    private static final String SELECTED = "volume.kubernetes.io/selected-node";
    /** Labels of its node that a pod takes on. */
    private static final List<String> TOPOLOGY =
            List.of("topology.kubernetes.io/region", "topology.kubernetes.io/zone");

    private final ObjectStore store;
    private final InstantSource clock;
    private final Recorder recorder;

    Binder(ObjectStore store, InstantSource clock, Recorder recorder) {
        this.store = store;
        this.clock = clock;
        this.recorder = recorder;
    }

    void bind(ObjectNode pod, Place place) {
        for (String where : TOPOLOGY) {
            if (place.labels().has(where)) {
                ObjectNode labels = pod.withObjectProperty("metadata").withObjectProperty("labels");
                labels.put(where, place.label(where));
            }
        }
        pod.withObjectProperty("spec").put("nodeName", place.name());
        ObjectNode bound = store.update(Kinds.POD, pod, WRITER);
        ObjectNode status = bound.withObjectProperty("status");
        status.remove("nominatedNodeName");
        put(bound, Condition.holds("PodScheduled"));
        store.updateStatus(Kinds.POD, bound, WRITER);
        String message = "Successfully assigned " + Meta.namespace(pod) + "/" + Meta.name(pod) + " to " + place.name();
        recorder.record(bound, Remark.normal(COMPONENT, "Scheduled", message));
    }

    /** Tells the claims of a pod where it will run, so that they get a volume there. */
    void announce(List<ObjectNode> claims, Place place) {
        for (ObjectNode each : claims) {
            ObjectNode claim = each.deepCopy();
            if (!Marks.annotation(claim, SELECTED).equals(place.name())) {
                Marks.annotate(claim, SELECTED, place.name());
                store.update(Kinds.VOLUME_CLAIM, claim, WRITER);
            }
        }
    }

    /**
     * Says why a pod has to wait, unless it has been said already.
     *
     * @param promised the node that room is made on, empty for none
     */
    void refuse(ObjectNode pod, String why, String promised) {
        ObjectNode status = pod.withObjectProperty("status");
        boolean known = Condition.find(status, "PodScheduled")
                .filter(found -> found.path("message").asText().equals(why))
                .isPresent();
        boolean samePromise = status.path("nominatedNodeName").asText().equals(promised);
        if (known && samePromise) {
            return;
        }
        if (promised.isEmpty()) {
            status.remove("nominatedNodeName");
        } else {
            status.put("nominatedNodeName", promised);
        }
        put(pod, Condition.of("PodScheduled", false, "Unschedulable", why));
        store.updateStatus(Kinds.POD, pod, WRITER);
        if (!known) {
            recorder.record(pod, Remark.warning(COMPONENT, "FailedScheduling", why));
        }
    }

    /** Lets a pod go for the sake of a more important one. */
    void pushAside(Guest victim, Guest preemptor, Place place) {
        store.get(Kinds.POD, victim.key().namespace(), victim.key().name())
                .filter(pod -> Meta.uid(pod).equals(victim.uid()))
                .ifPresent(pod -> {
                    put(
                            pod,
                            Condition.of(
                                    "DisruptionTarget",
                                    true,
                                    Guest.PUSHED_ASIDE,
                                    COMPONENT + ": preempting to accommodate a higher priority pod"));
                    store.updateStatus(Kinds.POD, pod, WRITER);
                    store.delete(
                            Kinds.POD, Meta.namespace(pod), Meta.name(pod), victim.uid(), "Background", -1, WRITER);
                    String message = "Preempted by pod " + preemptor.uid() + " on node " + place.name();
                    recorder.record(pod, Remark.normal(COMPONENT, "Preempted", message));
                });
    }

    private void put(ObjectNode pod, Condition condition) {
        condition
                .putInto(pod.withObjectProperty("status"), clock.instant())
                .put("observedGeneration", Marks.generation(pod));
    }
}
