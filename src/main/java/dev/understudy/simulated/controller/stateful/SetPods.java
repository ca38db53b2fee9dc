package dev.understudy.simulated.controller.stateful;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.controller.revision.TemplateRevision;
import dev.understudy.simulated.reconcile.Recorder;
import dev.understudy.simulated.reconcile.Remark;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.store.StatusException;

/** Makes, repairs and deletes single pods of a StatefulSet, and says so in events. */
final class SetPods {
    private final ObjectStore store;
    private final Recorder recorder;

    SetPods(ObjectStore store, Recorder recorder) {
        this.store = store;
        this.recorder = recorder;
    }

    ObjectNode create(ObjectNode set, TemplateRevision revision, int ordinal) {
        try {
            ObjectNode pod = store.create(Kinds.POD, Identity.draft(set, revision, ordinal), StatefulSets.WRITER);
            succeeded(set, "Create", Meta.name(pod));
            return pod;
        } catch (StatusException refused) {
            failed(set, "Create", Identity.podName(set, ordinal), refused);
            throw refused;
        }
    }

    void restore(ObjectNode set, Member member) {
        ObjectNode pod = member.pod().deepCopy();
        Identity.restore(pod, member.ordinal());
        store.update(Kinds.POD, pod, StatefulSets.WRITER);
        succeeded(set, "Update", member.name());
    }

    void delete(ObjectNode set, Member member) {
        ObjectNode pod = member.pod();
        store.delete(
                Kinds.POD, Meta.namespace(pod), member.name(), Meta.uid(pod), "Background", -1, StatefulSets.WRITER);
        succeeded(set, "Delete", member.name());
    }

    private void succeeded(ObjectNode set, String verb, String pod) {
        String message = verb + " Pod " + pod + " in StatefulSet " + Meta.name(set) + " successful";
        recorder.record(set, Remark.normal(StatefulSets.COMPONENT, "Successful" + verb, message));
    }

    void failed(ObjectNode set, String verb, String pod, StatusException refused) {
        String message =
                verb + " Pod " + pod + " in StatefulSet " + Meta.name(set) + " failed error: " + refused.getMessage();
        recorder.record(set, Remark.warning(StatefulSets.COMPONENT, "Failed" + verb, message));
    }
}
