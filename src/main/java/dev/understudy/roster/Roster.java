package dev.understudy.roster;

import dev.understudy.schedule.Blackout;
import java.util.List;
import java.util.Optional;

/**
 * Everybody and everything that scenarios may name.
 *
 * @param name name of the roster
 * @param blackouts times in which no drill of these people may run
 */
public record Roster(
        String name,
        List<Responder> responders,
        List<Team> teams,
        List<ServiceEntry> services,
        List<IncidentClass> incidentClasses,
        List<Blackout> blackouts) {
    public Roster {
        responders = List.copyOf(responders);
        teams = List.copyOf(teams);
        services = List.copyOf(services);
        incidentClasses = List.copyOf(incidentClasses);
        blackouts = List.copyOf(blackouts);
    }

    /** One without blackouts. */
    public Roster(
            String name,
            List<Responder> responders,
            List<Team> teams,
            List<ServiceEntry> services,
            List<IncidentClass> incidentClasses) {
        this(name, responders, teams, services, incidentClasses, List.of());
    }

    /** Returns the responder of that name. */
    public Optional<Responder> responder(String name) {
        return responders.stream().filter(r -> r.name().equals(name)).findFirst();
    }

    /** Returns the team of that name. */
    public Optional<Team> team(String name) {
        return teams.stream().filter(t -> t.name().equals(name)).findFirst();
    }

    /** Returns the responder whom the API server knows by this user name; never guesses. */
    public Optional<Responder> byKubernetesUser(String user) {
        return responders.stream()
                .filter(r -> r.identities().kubernetes().contains(user))
                .findFirst();
    }
}
