package dev.understudy.roster;

/**
 * Anyone who may act in a drill.
 *
 * @param name short name, unique in the roster, used everywhere
 * @param title name as people say it; the short name when the file gives none
 * @param kind person, automation or assistant; person when the file does not say
 * @param identities who this is in other systems
 */
public record Responder(String name, String title, ResponderKind kind, Identities identities) {}
