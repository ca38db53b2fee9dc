package dev.understudy.history.file;

import dev.understudy.history.Incident;
import dev.understudy.roster.IncidentClass;
import dev.understudy.roster.Roster;
import dev.understudy.roster.ServiceEntry;
import java.util.Set;
import java.util.stream.Collectors;

/** What is worth knowing about a file although no row is refused for it, and who is unknown. For one thread. */
public final class Remarks {
    private final Set<String> services;
    private final Set<String> classes;
    private final Frequencies unknownPeople = new Frequencies();
    private final Frequencies unknownServices = new Frequencies();
    private final Frequencies unknownClasses = new Frequencies();
    private long clericalClosings;
    private long timesThatCameTwice;
    private long withoutClass;
    private long withoutPeople;

    Remarks(Roster roster) {
        services = roster.services().stream().map(ServiceEntry::name).collect(Collectors.toUnmodifiableSet());
        classes = roster.incidentClasses().stream().map(IncidentClass::name).collect(Collectors.toUnmodifiableSet());
    }

    void taken(Incident incident) {
        if (!services.contains(incident.service())) {
            unknownServices.add(incident.service());
        }
        if (incident.incidentClass().isEmpty()) {
            withoutClass++;
        } else if (!classes.contains(incident.incidentClass())) {
            unknownClasses.add(incident.incidentClass());
        }
        if (incident.participations().isEmpty()) {
            withoutPeople++;
        }
    }

    void unknownPerson(String identity) {
        unknownPeople.add(identity);
    }

    void clericalClosing() {
        clericalClosings++;
    }

    void timeThatCameTwice() {
        timesThatCameTwice++;
    }

    /** Names that are nobody's; their rows are rejected. */
    public Frequencies unknownPeople() {
        return unknownPeople;
    }

    /** Services that the roster does not have; kept as they are. */
    public Frequencies unknownServices() {
        return unknownServices;
    }

    /** Incident classes that the roster does not have; kept as they are. */
    public Frequencies unknownClasses() {
        return unknownClasses;
    }

    /** How often somebody administrative closed an incident, which counts for nothing. */
    public long clericalClosings() {
        return clericalClosings;
    }

    /** Times in an hour that came twice, because clocks went back. */
    public long timesThatCameTwice() {
        return timesThatCameTwice;
    }

    /** Rows that name no incident class. */
    public long withoutClass() {
        return withoutClass;
    }

    /** Rows that name nobody: they say how often something happens, and nothing about people. */
    public long withoutPeople() {
        return withoutPeople;
    }
}
