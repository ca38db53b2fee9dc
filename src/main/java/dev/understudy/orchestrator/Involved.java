package dev.understudy.orchestrator;

import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.Sighting;
import dev.understudy.drill.Grade;
import dev.understudy.drill.Origin;
import dev.understudy.drill.Signal;
import dev.understudy.exclusion.Actor;
import dev.understudy.exclusion.Actors;
import dev.understudy.exclusion.AuditedRequest;
import dev.understudy.exclusion.GitOps;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Tells the drill who touches the target namespace: from audit events, or from field managers where there are none. */
final class Involved {
    private static final String OUR_PROGRAM = "understudy/";
    private static final Set<String> CONTROLLERS =
            Set.of("kube-controller-manager", "kube-scheduler", "kubelet", "kube-apiserver", "k3s");

    private Involved() {}

    /**
     * Reads audit events.
     *
     * @param ourUser name under which the API server knows this program
     */
    static Consumer<AuditedRequest> audited(Actors actors, String ourUser, Signals signals) {
        return request -> {
            if (request.user().equals(ourUser) && request.program().startsWith(OUR_PROGRAM)) {
                return;
            }
            Actor actor = actors.of(request.user());
            boolean controller =
                    actor.kind() == Actor.Kind.AUTOMATION && actor.name().equals(request.user());
            Origin origin = new Origin(actor.name(), "audit", Grade.A);
            // what a GitOps controller writes is somebody's commit, perhaps: it is told, and is nobody's repair
            if (request.writes() && (!controller || GitOps.isUser(request.user()))) {
                signals.send(new Signal.Wrote(actor, request.verb(), request.object(), request.at()), origin);
            } else if (!request.writes()) {
                signals.send(new Signal.LookedAt(actor.name(), request.verb() + " " + request.object()), origin);
            }
        };
    }

    /** Notices that somebody wrote to the target by the field managers; names programs, not people. */
    static Consumer<Sighting> unaudited(ObjectRef target, String ourManager, Signals signals) {
        Set<String> known = new HashSet<>();
        boolean[] first = {true};
        return sighting -> {
            if (!(sighting instanceof Sighting.Present(Instant at, ClusterObject object))
                    || !object.ref().equals(target)) {
                return;
            }
            for (Object entry : object.json(FieldPath.of("metadata.managedFields"))
                    .map(list -> (List<?>) list)
                    .orElse(List.of())) {
                if (entry instanceof Map<?, ?> map && known.add(stamp(map)) && !first[0]) {
                    wrote(map, ourManager, target, at, signals);
                }
            }
            first[0] = false;
        };
    }

    /** Losing a field to somebody changes an entry too, but not its time. */
    private static String stamp(Map<?, ?> entry) {
        return entry.get("manager") + " " + entry.get("operation") + " " + entry.get("time");
    }

    private static void wrote(Map<?, ?> entry, String ourManager, ObjectRef target, Instant at, Signals signals) {
        String manager = String.valueOf(entry.get("manager"));
        if (!manager.equals(ourManager)
                && !CONTROLLERS.contains(manager)
                && !"status".equals(entry.get("subresource"))) {
            signals.send(
                    new Signal.Wrote(
                            new Actor(GitOps.isManager(manager) ? Actor.Kind.AUTOMATION : Actor.Kind.UNKNOWN, manager),
                            "write",
                            target.type().qualified() + "/" + target.name(),
                            at),
                    new Origin(manager, "watch", Grade.D));
        }
    }
}
