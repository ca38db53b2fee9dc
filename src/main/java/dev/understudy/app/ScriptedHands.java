package dev.understudy.app;

import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.kubernetes.ResponderHands;
import dev.understudy.orchestrator.Hands;
import dev.understudy.scenario.Deed;

/** The deeds of scripted responders, through one connection of theirs. */
record ScriptedHands(ResponderHands hands) implements Hands {
    @Override
    public void run(Deed deed, String namespace) {
        switch (deed) {
            case Deed.Scale scale -> hands.scale(scale.workload().in(namespace), scale.replicas());
            case Deed.Rollback rollback -> hands.rollback(rollback.workload().in(namespace));
            case Deed.Restart restart -> hands.restart(restart.workload().in(namespace));
            case Deed.Patch patch ->
                hands.patch(
                        new ObjectRef(patch.type(), patch.type().namespaced() ? namespace : "", patch.name()),
                        patch.merge());
            case Deed.Delete(ResourceType type, Deed.Which.Named(String name)) ->
                hands.delete(new ObjectRef(type, type.namespaced() ? namespace : "", name));
            case Deed.Delete(ResourceType type, Deed.Which.Labelled(String label)) ->
                hands.deleteLabelled(type, type.namespaced() ? namespace : "", label);
            case Deed.Create create -> hands.create(create.type(), namespace, create.object());
        }
    }
}
