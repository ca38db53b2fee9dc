package dev.understudy.playbook;

import dev.understudy.history.HistoryTally;
import dev.understudy.history.HistoryTally.Count;
import dev.understudy.history.HistoryTally.Family;
import dev.understudy.history.Participation;
import dev.understudy.independence.Assessor;
import dev.understudy.independence.DrillResult;
import dev.understudy.independence.Question;
import dev.understudy.independence.Thresholds;
import dev.understudy.roster.Criticality;
import dev.understudy.roster.Days;
import dev.understudy.roster.Identities;
import dev.understudy.roster.IncidentClass;
import dev.understudy.roster.Responder;
import dev.understudy.roster.ResponderKind;
import dev.understudy.roster.Roster;
import dev.understudy.roster.ServiceEntry;
import dev.understudy.roster.Specialty;
import dev.understudy.roster.Team;
import dev.understudy.scenario.Participants.HeroRole;
import dev.understudy.scenario.Scenario.Hint;
import dev.understudy.scenario.Scenario.Objectives;
import dev.understudy.schedule.Blackout;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A shop with two services, four people and a clerk robot, as of a Sunday. Team payments (ana, bo, cem, dia) answers for
 * checkout (high) and orders (low); the library drills each without ana.
 */
final class Shop {
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final List<DrillResult> drills = new ArrayList<>();
    private final List<Count> counts = new ArrayList<>();
    private final List<Family> families = new ArrayList<>();
    private final Map<String, List<Days>> away = new HashMap<>();
    private final Map<String, List<Days>> onCall = new HashMap<>();
    private final List<Blackout> blackouts = new ArrayList<>();
    private final List<Specialty> specialties = new ArrayList<>();
    private List<LibraryScenario> library = List.of(
            scenario("cache-loss", "checkout", "cache-loss", "ana"),
            scenario("bad-image", "checkout", "bad-deploy", "ana"),
            scenario("orders-stuck", "orders", "bad-deploy", "ana"));
    private boolean rehearsals;

    static LibraryScenario scenario(String name, String service, String incidentClass, String... excluded) {
        return new LibraryScenario(
                name,
                "The title of " + name,
                service,
                incidentClass,
                "payments",
                Set.of(excluded),
                HeroRole.ABSENT,
                new Objectives(Duration.ofMinutes(2), Duration.ofMinutes(5), Duration.ofMinutes(15)),
                Duration.ofMinutes(20),
                "runbooks/" + name + ".md",
                List.of(new Hint(1, "Which dashboard shows it?")));
    }

    Shop drilled(Drilled... more) {
        Stream.of(more).map(Drilled::result).forEach(drills::add);
        return this;
    }

    Shop library(LibraryScenario... scenarios) {
        this.library = List.of(scenarios);
        return this;
    }

    Shop incidents(String service, String incidentClass, long incidents) {
        families.add(new Family(service, incidentClass, incidents, NOW.minus(Duration.ofDays(3))));
        return this;
    }

    Shop part(String service, String incidentClass, Participation.Kind kind, String who, long incidents) {
        counts.add(new Count(service, incidentClass, kind, who, incidents));
        return this;
    }

    Shop away(String who, Days... days) {
        away.put(who, List.of(days));
        return this;
    }

    Shop onCall(String who, Days... days) {
        onCall.put(who, List.of(days));
        return this;
    }

    Shop blackout(Blackout blackout) {
        blackouts.add(blackout);
        return this;
    }

    Shop accepted(Specialty specialty) {
        specialties.add(specialty);
        return this;
    }

    Shop withRehearsals() {
        this.rehearsals = true;
        return this;
    }

    List<LibraryScenario> library() {
        return library;
    }

    Question question() {
        // half a year of history: two quarters of 91 days
        Instant from = NOW.minus(Duration.ofDays(182));
        long all = families.stream().mapToLong(Family::incidents).sum();
        HistoryTally history = new HistoryTally(from, NOW, all, families, counts, Map.of(), Map.of());
        return new Question(roster(), drills, history, Thresholds.DEFAULT, NOW, rehearsals, null, null, null);
    }

    /** With a rotation of two drills, for whoever looks at another artifact. */
    Playbook playbook() {
        RotationTerms usual = RotationTerms.DEFAULT;
        return playbook(new RotationTerms(2, 1, 1, usual.days(), usual.begin(), usual.zone(), usual.length(), 1, 1));
    }

    /** With the rotation of a whole quarter. */
    Playbook quarter() {
        return playbook(RotationTerms.DEFAULT);
    }

    private Playbook playbook(RotationTerms terms) {
        return Playbook.of(question(), Assessor.assess(question()), library, terms);
    }

    Roster roster() {
        return new Roster(
                "shop",
                List.of(
                        person("ana", "Ana Sousa"),
                        person("bo", "Bo Lund"),
                        person("cem", "Cem Aydin"),
                        person("dia", "Dia Mensah"),
                        new Responder("robot", "Closing robot", ResponderKind.AUTOMATION, Identities.NONE)),
                List.of(new Team("payments", List.of("dia", "ana", "bo", "cem", "robot"))),
                List.of(
                        new ServiceEntry(
                                "checkout",
                                "payments",
                                Criticality.HIGH,
                                List.of("cache-loss", "bad-deploy"),
                                specialties),
                        new ServiceEntry("orders", "payments", Criticality.LOW, List.of())),
                List.of(
                        new IncidentClass("cache-loss", "The cache is gone"),
                        new IncidentClass("bad-deploy", "A bad revision")),
                blackouts);
    }

    private Responder person(String name, String title) {
        return new Responder(
                name,
                title,
                ResponderKind.PERSON,
                new Identities(List.of(name + "@shop.example"), "U-" + name, "P-" + name, name + "@mail.example"),
                away.getOrDefault(name, List.of()),
                onCall.getOrDefault(name, List.of()));
    }
}
