package dev.understudy.independence;

import dev.understudy.drill.Evidence.Worth;
import dev.understudy.history.HistoryTally;
import dev.understudy.roster.Criticality;
import dev.understudy.roster.Roster;
import dev.understudy.roster.ServiceEntry;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Answers whether the services of a roster depend on somebody. Pure: the same question has the same answer. */
public final class Assessor {
    private Assessor() {}

    /** Assesses every service asked about. */
    public static Assessment assess(Question question) {
        List<DrillResult> all = question.results().stream()
                .filter(d -> !d.opened().isAfter(question.moment()))
                .distinct()
                .toList();
        List<DrillResult> known =
                all.stream().filter(d -> !question.scope().leavesOut(d)).toList();
        List<ServiceAssessment> services = question.roster().services().stream()
                .filter(s -> question.service() == null || question.service().equals(s.name()))
                .map(s -> new ServiceReview(question, s, all).assessment())
                .toList();
        return new Assessment(
                VerdictRule.VERSION,
                question.moment(),
                question.rehearsals(),
                LeftOut.of(question, services, all).orElse(null),
                question.thresholds(),
                services,
                busFactor(question, known),
                interruptions(question, services),
                strangers(question, known));
    }

    /** Of the services of high criticality, or of all where none is; a question about one service changes nothing here. */
    private static BusFactor busFactor(Question question, List<DrillResult> known) {
        Roster roster = question.roster();
        boolean any = roster.services().stream().anyMatch(s -> s.criticality() == Criticality.HIGH);
        Qualification qualification = new Qualification(question.scope());
        SortedMap<String, List<String>> qualified = new TreeMap<>();
        for (ServiceEntry service : roster.services()) {
            if (!any || service.criticality() == Criticality.HIGH) {
                qualified.put(service.name(), qualification.of(service.name(), known));
            }
        }
        return BusFactor.of(qualified);
    }

    private static List<Interruptions> interruptions(Question question, List<ServiceAssessment> services) {
        HistoryTally history = question.history();
        if (history.interruptions().isEmpty()) {
            return List.of();
        }
        return services.stream()
                .flatMap(s -> s.judgements().stream())
                .flatMap(j -> j.excluded().stream())
                .distinct()
                .sorted()
                .map(name -> Interruptions.of(name, history, question.moment()))
                .toList();
    }

    private static List<String> strangers(Question question, List<DrillResult> drills) {
        List<String> known =
                question.roster().services().stream().map(ServiceEntry::name).toList();
        return drills.stream()
                .filter(d -> question.rehearsals() || d.evidence().worth() != Worth.REHEARSAL)
                .map(DrillResult::service)
                .filter(name -> !known.contains(name))
                .distinct()
                .sorted()
                .toList();
    }
}
