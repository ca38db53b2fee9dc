package dev.understudy.playbook;

import dev.understudy.history.HistoryTally;
import dev.understudy.history.HistoryTally.Count;
import dev.understudy.independence.DrillResult;
import dev.understudy.independence.Question;
import dev.understudy.roster.Days;
import dev.understudy.roster.Identities;
import dev.understudy.roster.Responder;
import dev.understudy.roster.ResponderKind;
import dev.understudy.roster.Roster;
import dev.understudy.roster.ServiceEntry;
import dev.understudy.roster.Specialty;
import dev.understudy.roster.Team;
import dev.understudy.scenario.Scenario.Hint;
import dev.understudy.schedule.Blackout;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gives every responder another name: {@code responder 1}, {@code responder 2 (assistant)}. It changes what an assessment
 * and a playbook are computed from, so that everything computed from it knows nobody.
 *
 * <p>The numbers follow the alphabet of the names. So whatever is decided by name where all else is equal is decided
 * alike, and the playbook is the same but for the names. Labels hide names from outsiders: a colleague who knows the
 * roster can count. In free text it finds names, titles, parts of people's titles and identities of the roster, whole
 * words only; whoever the roster does not know is found only where a field holds a name, and becomes {@code somebody}.
 * What cannot be read as a name, such as a nickname, stays: look before publishing.
 */
public final class Pseudonyms {
    private final Roster roster;
    private final Map<String, String> labels;
    private final Redaction redaction;

    /** Labels everybody of a roster. */
    public Pseudonyms(Roster roster) {
        this.roster = roster;
        this.labels = labels(roster);
        this.redaction = Redaction.of(roster, labels);
    }

    private static Map<String, String> labels(Roster roster) {
        Map<String, String> labels = new HashMap<>();
        List<Responder> byName = roster.responders().stream()
                .sorted(Comparator.comparing(Responder::name))
                .toList();
        for (int i = 0; i < byName.size(); i++) {
            labels.put(byName.get(i).name(), "responder " + number(i, byName.size()) + kind(byName.get(i)));
        }
        return Map.copyOf(labels);
    }

    /** Numbers are of one length, so that they sort like what they stand for. */
    private static String number(int place, int count) {
        int digits = String.valueOf(count).length();
        return String.format(Locale.ROOT, "%0" + digits + "d", place + 1);
    }

    private static String kind(Responder responder) {
        return responder.kind() == ResponderKind.PERSON
                ? ""
                : " (" + responder.kind().name().toLowerCase(Locale.ROOT) + ")";
    }

    /** Returns what drills are called instead of ids that hold the name of a scenario: {@code no. 01}, by time. */
    private static Map<String, String> numbered(List<DrillResult> drills) {
        List<DrillResult> byTime = drills.stream()
                .sorted(Comparator.comparing(DrillResult::opened).thenComparing(DrillResult::drill))
                .toList();
        Map<String, String> ids = new HashMap<>();
        for (int i = 0; i < byTime.size(); i++) {
            ids.put(byTime.get(i).drill(), "no. " + number(i, byTime.size()));
        }
        return ids;
    }

    /** Returns the same question about people without names. */
    public Question question(Question asked) {
        String only = asked.excluding();
        Map<String, String> ids = numbered(asked.results());
        NamelessDrill nameless = new NamelessDrill(this);
        return new Question(
                roster(),
                asked.results().stream()
                        .map(d -> nameless.of(d, ids.getOrDefault(d.drill(), "drill")))
                        .toList(),
                history(asked.history()),
                asked.thresholds(),
                asked.moment(),
                asked.rehearsals(),
                asked.service(),
                only == null ? null : name(only),
                asked.since());
    }

    /** Returns the same scenarios about people without names. */
    public List<LibraryScenario> library(List<LibraryScenario> library) {
        return library.stream()
                .map(s -> new LibraryScenario(
                        text(s.name()),
                        text(s.title()),
                        s.service(),
                        s.incidentClass(),
                        s.team(),
                        names(s.excluded()),
                        s.hero(),
                        s.objectives(),
                        s.deadline(),
                        maybe(s.runbook(), this::text),
                        s.hints().stream()
                                .map(h -> new Hint(h.level(), text(h.text())))
                                .toList()))
                .toList();
    }

    /** Returns free text without names of the roster. */
    public String text(String text) {
        return redaction.of(text);
    }

    /** Returns the label of a responder; {@code somebody} for whom the roster does not know. */
    String name(String responder) {
        return labels.getOrDefault(responder, Redaction.SOMEBODY);
    }

    Set<String> names(Set<String> responders) {
        return responders.stream().map(this::name).collect(Collectors.toUnmodifiableSet());
    }

    List<String> names(List<String> responders) {
        return responders.stream().map(this::name).toList();
    }

    static <T> @Nullable T maybe(@Nullable T value, Function<T, T> change) {
        return value == null ? null : change.apply(value);
    }

    private Roster roster() {
        return new Roster(
                roster.name(),
                roster.responders().stream()
                        .map(this::responder)
                        .sorted(Comparator.comparing(Responder::name))
                        .toList(),
                roster.teams().stream()
                        .map(t -> new Team(
                                t.name(), names(t.members()).stream().sorted().toList()))
                        .toList(),
                roster.services().stream().map(this::service).toList(),
                roster.incidentClasses(),
                roster.blackouts().stream().map(this::blackout).toList());
    }

    private Responder responder(Responder known) {
        String label = name(known.name());
        return new Responder(
                label,
                label,
                known.kind(),
                Identities.NONE,
                withoutReasons(known.away()),
                withoutReasons(known.onCall()));
    }

    private static List<Days> withoutReasons(List<Days> days) {
        return days.stream().map(d -> new Days(d.from(), d.to(), null)).toList();
    }

    private ServiceEntry service(ServiceEntry service) {
        return new ServiceEntry(
                service.name(),
                service.team(),
                service.criticality(),
                service.requiredClasses(),
                service.specialties().stream()
                        .map(s -> new Specialty(
                                name(s.responder()),
                                s.incidentClass(),
                                name(s.acceptedBy()),
                                text(s.reason()),
                                s.until()))
                        .toList());
    }

    private Blackout blackout(Blackout blackout) {
        return switch (blackout) {
            case Blackout.Once once -> new Blackout.Once(text(once.name()), once.from(), once.to());
            case Blackout.Weekly weekly ->
                new Blackout.Weekly(text(weekly.name()), weekly.days(), weekly.from(), weekly.to(), weekly.zone());
        };
    }

    private HistoryTally history(HistoryTally history) {
        List<Count> counts = history.counts().stream()
                .map(c -> new Count(c.service(), c.incidentClass(), c.kind(), name(c.responder()), c.incidents()))
                .sorted(Comparator.comparing(Count::service)
                        .thenComparing(Count::incidentClass)
                        .thenComparing(Count::kind)
                        .thenComparing(Count::responder))
                .toList();
        SortedMap<String, SortedMap<LocalDate, Integer>> interruptions = new TreeMap<>();
        history.interruptions().forEach((who, weeks) -> interruptions.put(name(who), weeks));
        return new HistoryTally(
                history.from(),
                history.to(),
                history.incidents(),
                history.families(),
                counts,
                interruptions,
                history.escalations());
    }
}
