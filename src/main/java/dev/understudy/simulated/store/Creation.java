package dev.understudy.simulated.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.custom.Definition;
import dev.understudy.simulated.rules.Cause;
import dev.understudy.simulated.rules.Form;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** Makes a stored object of a sent one: name, identity, first generation, defaults, checks, ownership. */
final class Creation {
    private final InstantSource clock;
    private final Admission admission;

    Creation(InstantSource clock, Admission admission) {
        this.clock = clock;
        this.admission = admission;
    }

    /** Returns the name of the object, made from its {@code generateName} when it has none, and sets it. */
    static String name(Kind kind, ObjectNode object) {
        String name = Meta.name(object);
        if (!name.isEmpty()) {
            return name;
        }
        String prefix = Meta.text(object, "generateName");
        if (prefix.isEmpty()) {
            String why = "Required value: name or generateName is required";
            throw Refusals.invalid(kind, "", List.of(new Cause("FieldValueRequired", why, "metadata.name")));
        }
        String made = GeneratedNames.of(prefix);
        Meta.of(object).put("name", made);
        return made;
    }

    /** Refuses an object that may not be created in this namespace. */
    static void admit(Kind kind, String name, String namespace, ObjectStore store) {
        if (store.kinds().definition(kind).filter(Definition::terminating).isPresent()) {
            String why = "create not allowed while custom resource definition is terminating";
            throw Refusals.forbidden(kind, name, why, List.of());
        }
        if (!kind.namespaced()) {
            return;
        }
        ObjectNode home = store.get(Kinds.NAMESPACE, "", namespace)
                .orElseThrow(() -> Refusals.notFound(Kinds.NAMESPACE, namespace));
        if (Meta.isTerminating(home)) {
            String why = "unable to create new content in namespace " + namespace + " because it is being terminated";
            String cause = "namespace " + namespace + " is being terminated";
            throw Refusals.forbidden(
                    kind, name, why, List.of(new Cause("NamespaceTerminating", cause, "metadata.namespace")));
        }
    }

    /**
     * Returns the object as it is first stored.
     *
     * @param prefix what the name was generated from, empty when it was given
     */
    ObjectNode complete(Kind kind, ObjectNode sent, String prefix, Write write, ObjectStore store) {
        ObjectNode object = sent.deepCopy();
        object.put("apiVersion", kind.apiVersion());
        object.put("kind", kind.kind());
        ObjectNode metadata = Meta.of(object);
        metadata.remove(List.of("resourceVersion", "deletionTimestamp", "deletionGracePeriodSeconds", "selfLink"));
        if (!kind.namespaced()) {
            metadata.remove("namespace");
        }
        if (FirstStatus.isGiven(kind)) {
            object.remove("status");
        }
        Numbers.unify(object);
        Form form = store.kinds().form(kind);
        ObjectNode made = Draft.read(kind, form, object);
        Draft.claim(kind, form, null, made, write, clock.instant());
        String name = Meta.name(made);
        admission.complete(proposal(kind, made, prefix.isEmpty() ? name : prefix, write, store));
        Numbers.unify(made);
        Meta.of(made).put("uid", UUID.randomUUID().toString());
        Meta.of(made).put("creationTimestamp", Meta.timestamp(clock.instant()));
        Allotments.give(kind, made, store);
        FirstStatus.set(kind, made);
        Generations.begin(kind, made);
        Draft.check(store.kinds().storage(kind), form, made, null);
        admission.check(proposal(kind, made, name, write, store));
        return made;
    }

    private Proposal proposal(Kind kind, ObjectNode made, String name, Write write, ObjectStore store) {
        return new Proposal(kind, made, null, name, write.dryRun(), store, clock.instant());
    }
}
