package dev.understudy.playbook;

import dev.understudy.debrief.ActionItem;
import dev.understudy.drill.Evidence.Worth;
import dev.understudy.history.HistoryTally;
import dev.understudy.independence.Assessment;
import dev.understudy.independence.DrillResult;
import dev.understudy.independence.Judgement;
import dev.understudy.independence.Question;
import dev.understudy.independence.ServiceAssessment;
import dev.understudy.roster.Criticality;
import dev.understudy.roster.Responder;
import dev.understudy.roster.ResponderKind;
import dev.understudy.roster.Roster;
import dev.understudy.roster.ServiceEntry;
import dev.understudy.roster.Team;
import dev.understudy.scenario.Participants.HeroRole;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All evidence, in order, and the questions that every artifact asks of it. */
final class Groundwork {
    private final Question question;
    private final Assessment assessment;
    private final List<LibraryScenario> library;
    private final List<DrillResult> drills;

    /**
     * @param library scenarios that could be run, in any order
     */
    Groundwork(Question question, Assessment assessment, List<LibraryScenario> library) {
        this.question = question;
        this.assessment = assessment;
        this.library = library.stream()
                .filter(s -> asked(s.service()))
                .sorted(Comparator.comparing(LibraryScenario::name))
                .toList();
        this.drills = question.results().stream()
                .filter(this::read)
                .sorted(Comparator.comparing(DrillResult::opened).thenComparing(DrillResult::drill))
                .toList();
    }

    private boolean read(DrillResult drill) {
        Instant since = question.since();
        return !drill.opened().isAfter(question.moment())
                && (since == null || !drill.opened().isBefore(since))
                && (question.rehearsals() || drill.evidence().worth() != Worth.REHEARSAL)
                && asked(drill.service());
    }

    private boolean asked(String service) {
        return question.service() == null || question.service().equals(service);
    }

    Roster roster() {
        return question.roster();
    }

    HistoryTally history() {
        return question.history();
    }

    Question question() {
        return question;
    }

    Assessment assessment() {
        return assessment;
    }

    Instant at() {
        return question.moment();
    }

    /** Returns the day of the moment, by UTC. */
    LocalDate today() {
        return day(at());
    }

    static LocalDate day(Instant moment) {
        return moment.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** Returns the drills that may be read, oldest first: no rehearsals unless they were asked for. */
    List<DrillResult> drills() {
        return drills;
    }

    /** Returns those of a family that had a valid outcome, oldest first. */
    List<DrillResult> valid(Family family) {
        return drills.stream()
                .filter(d -> family.equals(family(d)) && d.outcome().valid())
                .toList();
    }

    static Family family(DrillResult drill) {
        return new Family(drill.service(), drill.incidentClass());
    }

    /** Tells whether a drill is evidence of working without its excluded. */
    boolean counts(DrillResult drill) {
        boolean worth =
                drill.counts() || (question.rehearsals() && drill.evidence().worth() == Worth.REHEARSAL);
        return worth && drill.outcome().valid() && drill.hero() == HeroRole.ABSENT;
    }

    List<LibraryScenario> library() {
        return library;
    }

    /** Returns the scenarios of a family, by name. */
    List<LibraryScenario> scenarios(Family family) {
        return library.stream()
                .filter(s -> s.service().equals(family.service())
                        && s.incidentClass().equals(family.incidentClass()))
                .toList();
    }

    /** Returns when a scenario was last drilled; the beginning of time when never. */
    Instant lastDrilled(String scenario) {
        return drills.stream()
                .filter(d -> d.scenario().equals(scenario))
                .map(DrillResult::opened)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    List<ServiceEntry> services() {
        return roster().services().stream().filter(s -> asked(s.name())).toList();
    }

    Optional<ServiceEntry> service(String name) {
        return roster().services().stream().filter(s -> s.name().equals(name)).findFirst();
    }

    /** Returns the scale of a service: 1, 2 or 3; 2 for one that the roster does not know. */
    int criticality(String service) {
        Criticality known = service(service).map(ServiceEntry::criticality).orElse(Criticality.MEDIUM);
        return switch (known) {
            case LOW -> 1;
            case MEDIUM -> 2;
            case HIGH -> 3;
        };
    }

    /** Returns a class as people say it. */
    String title(String incidentClass) {
        return roster().incidentClasses().stream()
                .filter(c -> c.name().equals(incidentClass))
                .map(c -> c.title())
                .findFirst()
                .orElse(incidentClass);
    }

    /** Returns the judgement of a service without one responder. */
    Optional<Judgement> judgement(String service, String responder) {
        return assessment.services().stream()
                .filter(s -> s.service().equals(service))
                .map(ServiceAssessment::judgements)
                .flatMap(List::stream)
                .filter(j -> j.excluded().equals(List.of(responder)))
                .findFirst();
    }

    /** Returns whom drills and scenarios of a family exclude, by name. */
    SortedSet<String> heroes(Family family) {
        SortedSet<String> heroes = new TreeSet<>();
        scenarios(family).forEach(s -> heroes.addAll(s.excluded()));
        valid(family).forEach(d -> heroes.addAll(d.excluded()));
        return heroes;
    }

    /** Returns everybody of the teams that answer for a family and whom something of it lets respond, by name. */
    SortedSet<String> people(Family family) {
        SortedSet<String> people = new TreeSet<>();
        service(family.service()).ifPresent(s -> people.addAll(persons(s.team())));
        scenarios(family).forEach(s -> people.addAll(persons(s.team())));
        List<Set<String>> excluded = Stream.concat(
                        scenarios(family).stream().map(LibraryScenario::excluded),
                        valid(family).stream().map(DrillResult::excluded))
                .toList();
        people.removeIf(p -> !excluded.isEmpty() && excluded.stream().allMatch(out -> out.contains(p)));
        return people;
    }

    /** Returns the human beings of a team, by name: only they can take a page. */
    SortedSet<String> persons(String team) {
        SortedSet<String> persons = new TreeSet<>();
        roster().team(team).map(Team::members).stream()
                .flatMap(List::stream)
                .filter(name -> roster().responder(name).map(Responder::kind).orElse(ResponderKind.AUTOMATION)
                        == ResponderKind.PERSON)
                .forEach(persons::add);
        return persons;
    }

    /** Returns the actions of a drill's debrief. */
    static List<ActionItem> actions(DrillResult drill) {
        return drill.debrief() == null ? List.of() : drill.debrief().actions();
    }

    /** Returns the scenario that re-tests an action. */
    static String retest(DrillResult drill, ActionItem action) {
        return action.retest() == null ? drill.scenario() : action.retest();
    }
}
