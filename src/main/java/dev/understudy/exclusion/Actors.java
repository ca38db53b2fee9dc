package dev.understudy.exclusion;

import dev.understudy.roster.Responder;
import dev.understudy.roster.Roster;
import java.util.List;

/** Maps identities of the API server to actors; never guesses. */
public final class Actors {
    private static final List<String> CONTROLLERS = List.of(
            "system:kube-controller-manager",
            "system:kube-scheduler",
            "system:node:",
            "system:serviceaccount:kube-system:",
            "system:apiserver");

    private final Roster roster;

    public Actors(Roster roster) {
        this.roster = roster;
    }

    /** Returns who that user is: a responder of the roster, a controller of the cluster, or unknown. */
    public Actor of(String user) {
        return roster.byKubernetesUser(user).map(Actors::responder).orElseGet(() -> stranger(user));
    }

    private static Actor responder(Responder responder) {
        Actor.Kind kind = switch (responder.kind()) {
            case PERSON -> Actor.Kind.PERSON;
            case ASSISTANT -> Actor.Kind.ASSISTANT;
            case AUTOMATION -> Actor.Kind.AUTOMATION;
        };
        return new Actor(kind, responder.name());
    }

    private static Actor stranger(String user) {
        boolean controller = CONTROLLERS.stream().anyMatch(user::startsWith) || GitOps.isUser(user);
        return new Actor(controller ? Actor.Kind.AUTOMATION : Actor.Kind.UNKNOWN, user);
    }
}
