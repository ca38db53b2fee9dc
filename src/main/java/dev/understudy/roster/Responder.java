package dev.understudy.roster;

import java.util.List;

/**
 * Anyone who may act in a drill.
 *
 * @param name short name, unique in the roster, used everywhere
 * @param title name as people say it; the short name when the file gives none
 * @param kind person, automation or assistant; person when the file does not say
 * @param identities who this is in other systems
 * @param away when this responder can take no drill
 * @param onCall when this responder is first to be paged for real, and leads no drill
 */
public record Responder(
        String name, String title, ResponderKind kind, Identities identities, List<Days> away, List<Days> onCall) {
    public Responder {
        away = List.copyOf(away);
        onCall = List.copyOf(onCall);
    }

    /** One who is always there. */
    public Responder(String name, String title, ResponderKind kind, Identities identities) {
        this(name, title, kind, identities, List.of(), List.of());
    }
}
