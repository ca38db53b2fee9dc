package dev.understudy.exclusion;

/**
 * Who was seen to do something, as far as the roster knows; identities are mapped, never guessed.
 *
 * @param name responder's name in the roster; else the identity as the source gave it
 */
public record Actor(Kind kind, String name) {
    /** What sort of actor. */
    public enum Kind {
        /** Ourselves. */
        UNDERSTUDY,
        /** A controller of the cluster, or automation of the roster. */
        AUTOMATION,
        /** A person of the roster. */
        PERSON,
        /** An assistant of the roster. */
        ASSISTANT,
        /** Nobody that the roster knows. */
        UNKNOWN
    }

    /** Tells whether this actor decides for itself, unlike a controller or ourselves. */
    public boolean decides() {
        return switch (kind) {
            case PERSON, ASSISTANT, UNKNOWN -> true;
            case AUTOMATION, UNDERSTUDY -> false;
        };
    }
}
