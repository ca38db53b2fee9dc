package dev.understudy.simulated.controller.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;

/** Lets pods go that were held until they were counted. */
final class Finalizers {
    private final ObjectStore store;

    Finalizers(ObjectStore store) {
        this.store = store;
    }

    /** Takes the finalizer off; a pod that is gone meanwhile is fine. */
    void remove(ObjectNode pod) {
        store.get(Kinds.POD, Meta.namespace(pod), Meta.name(pod))
                .filter(found -> Meta.uid(found).equals(Meta.uid(pod)))
                .filter(found -> Marks.hasFinalizer(found, JobPods.FINALIZER))
                .ifPresent(found -> {
                    Marks.removeFinalizer(found, JobPods.FINALIZER);
                    store.update(Kinds.POD, found, Jobs.WRITER);
                });
    }

    /** Lets a pod go whose Job is not there any more. */
    void removeFromOrphan(ObjectNode pod) {
        boolean held = Marks.controller(pod)
                .filter(owner -> owner.is(Kinds.JOB))
                .filter(owner -> store.view(Kinds.JOB, Meta.namespace(pod), owner.name())
                        .filter(job -> Meta.uid(job).equals(owner.uid()))
                        .isPresent())
                .isPresent();
        if (!held) {
            remove(pod);
        }
    }
}
