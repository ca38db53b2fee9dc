package dev.understudy.playbook;

import dev.understudy.debrief.KnowledgeGap;
import dev.understudy.history.HistoryTally;
import dev.understudy.independence.DrillResult;
import dev.understudy.playbook.KnowledgePack.OpenGap;
import dev.understudy.playbook.KnowledgePack.Pointer;
import dev.understudy.playbook.KnowledgePack.Runbook;
import dev.understudy.playbook.KnowledgePack.Topic;
import dev.understudy.wording.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Gathers what is known of each family, and what nobody has written down. */
final class Topics {
    private final Groundwork ground;

    Topics(Groundwork ground) {
        this.ground = ground;
    }

    KnowledgePack pack() {
        return new KnowledgePack(
                new Families(ground).known().stream().map(this::topic).toList());
    }

    private Topic topic(Family family) {
        Lessons lessons = new Lessons(ground.valid(family));
        List<OpenGap> open = open(family);
        List<Runbook> runbooks = runbooks(family);
        return new Topic(
                family.service(),
                family.incidentClass(),
                ground.title(family.incidentClass()),
                runbooks,
                missing(family, runbooks),
                new EscalationRules(ground).of(family, open),
                lessons.traps(),
                lessons.taught(),
                open,
                ground.scenarios(family).stream()
                        .flatMap(s -> s.hints().stream().map(h -> new Pointer(s.name(), h.level(), h.text())))
                        .toList());
    }

    private List<Runbook> runbooks(Family family) {
        SortedSet<String> places = new TreeSet<>();
        ground.scenarios(family).stream()
                .map(LibraryScenario::runbook)
                .filter(Objects::nonNull)
                .forEach(places::add);
        ground.valid(family).forEach(drill -> places.addAll(runbooks(drill)));
        return places.stream().map(where -> runbook(family, where)).toList();
    }

    private Runbook runbook(Family family, String where) {
        return new Runbook(
                where,
                ground.scenarios(family).stream()
                        .filter(s -> where.equals(s.runbook()))
                        .map(LibraryScenario::name)
                        .toList(),
                ground.valid(family).stream()
                        .filter(d -> runbooks(d).contains(where))
                        .map(DrillResult::drill)
                        .toList());
    }

    private static List<String> runbooks(DrillResult drill) {
        return Stream.concat(
                        Stream.ofNullable(drill.runbook()),
                        Lessons.gaps(drill).stream().map(KnowledgeGap::runbook))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private List<String> missing(Family family, List<Runbook> runbooks) {
        List<String> missing = new ArrayList<>();
        ground.scenarios(family).stream()
                .filter(s -> s.runbook() == null)
                .forEach(s -> missing.add("Scenario '" + s.name() + "' names no runbook."));
        if (!runbooks.isEmpty() || !missing.isEmpty()) {
            return missing;
        }
        long incidents = ground.history().families().stream()
                .filter(f -> new Family(f.service(), f.incidentClass()).equals(family))
                .mapToLong(HistoryTally.Family::incidents)
                .sum();
        String drilled = ground.scenarios(family).isEmpty() ? ", and no scenario that drills it" : "";
        return List.of("No runbook is known for " + family.words() + drilled + "; " + Words.count(incidents, "incident")
                + " in the history.");
    }

    /** A gap that names a runbook has a place where its answer will stand; the others have none. */
    private List<OpenGap> open(Family family) {
        return ground.valid(family).stream()
                .flatMap(drill -> Lessons.gaps(drill).stream()
                        .filter(gap -> gap.runbook() == null)
                        .map(gap -> new OpenGap(
                                gap.asked(),
                                gap.answeredBy(),
                                gap.onlyExcluded(),
                                gap.owner(),
                                drill.drill(),
                                drill.opened())))
                .toList();
    }
}
