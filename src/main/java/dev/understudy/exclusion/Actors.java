package dev.understudy.exclusion;

import dev.understudy.roster.Roster;

/** Maps identities of the API server to actors. */
public final class Actors {
    private static final String[] CONTROLLERS = {
        "system:kube-", "system:node:", "system:serviceaccount:kube-system:", "system:apiserver"
    };

    private final Roster roster;
    private final String ourUser;

    /**
     * Knows a roster and ourselves.
     *
     * @param ourUser the name under which this program is known to the API server
     */
    public Actors(Roster roster, String ourUser) {
        this.roster = roster;
        this.ourUser = ourUser;
    }

    /** Returns who that user is; a responder who shares our user name is told apart by nobody, so the roster wins. */
    public Actor of(String user) {
        return roster.byKubernetesUser(user)
                .map(responder -> new Actor(
                        switch (responder.kind()) {
                            case PERSON -> Actor.Kind.PERSON;
                            case ASSISTANT -> Actor.Kind.ASSISTANT;
                            case AUTOMATION -> Actor.Kind.AUTOMATION;
                        },
                        responder.name()))
                .orElseGet(() -> new Actor(stranger(user), user));
    }

    private Actor.Kind stranger(String user) {
        if (user.equals(ourUser)) {
            return Actor.Kind.UNDERSTUDY;
        }
        for (String prefix : CONTROLLERS) {
            if (user.startsWith(prefix)) {
                return Actor.Kind.AUTOMATION;
            }
        }
        return Actor.Kind.UNKNOWN;
    }
}
