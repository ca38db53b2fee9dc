package dev.understudy.debrief;

/**
 * Says who stood behind an actor that the roster does not know.
 *
 * @param actor as the drill's timeline names it, such as {@code kubectl}
 * @param responder name in the roster
 */
public record Attribution(String actor, String responder) {}
