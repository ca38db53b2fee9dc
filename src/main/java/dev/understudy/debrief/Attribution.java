package dev.understudy.debrief;

import dev.understudy.roster.ResponderKind;

/**
 * Says who stood behind an actor that the roster does not know. Several may stand behind one actor: a program such as
 * {@code kubectl} is nobody in particular.
 *
 * @param actor as the drill's timeline names it, such as {@code kubectl}
 * @param responder name in the roster
 * @param kind what sort of responder that is
 */
public record Attribution(String actor, String responder, ResponderKind kind) {
    /** One to a person. */
    public Attribution(String actor, String responder) {
        this(actor, responder, ResponderKind.PERSON);
    }
}
