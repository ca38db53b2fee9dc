package dev.understudy.playbook;

import dev.understudy.history.HistoryTally;
import dev.understudy.roster.IncidentClass;
import dev.understudy.roster.ServiceEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which families there are, in the order of the roster; those it does not know come after, by name. */
final class Families {
    private final Groundwork ground;
    private final Comparator<Family> order;

    Families(Groundwork ground) {
        this.ground = ground;
        List<String> services =
                ground.roster().services().stream().map(ServiceEntry::name).toList();
        List<String> classes = ground.roster().incidentClasses().stream()
                .map(IncidentClass::name)
                .toList();
        this.order = Comparator.comparingInt((Family f) -> place(services, f.service()))
                .thenComparing(Family::service)
                .thenComparingInt(f -> place(classes, f.incidentClass()))
                .thenComparing(Family::incidentClass);
    }

    private static int place(List<String> names, String name) {
        int place = names.indexOf(name);
        return place < 0 ? names.size() : place;
    }

    /** Returns those of the roster's services that it requires, that a scenario drills, or that were drilled. */
    List<Family> planned() {
        Set<Family> all = new LinkedHashSet<>();
        for (ServiceEntry service : ground.services()) {
            service.requiredClasses().forEach(c -> all.add(new Family(service.name(), c)));
        }
        ground.library().forEach(s -> all.add(new Family(s.service(), s.incidentClass())));
        ground.drills().forEach(d -> all.add(Groundwork.family(d)));
        return ordered(all.stream()
                .filter(f -> ground.service(f.service()).isPresent())
                .toList());
    }

    /** Returns every family that anything is known of, the history's too. */
    List<Family> known() {
        Set<Family> all = new LinkedHashSet<>(planned());
        ground.drills().forEach(d -> all.add(Groundwork.family(d)));
        for (HistoryTally.Family each : ground.history().families()) {
            all.add(new Family(each.service(), each.incidentClass()));
        }
        String only = ground.question().service();
        all.removeIf(f -> only != null && !only.equals(f.service()));
        return ordered(all);
    }

    private List<Family> ordered(Collection<Family> families) {
        List<Family> sorted = new ArrayList<>(families);
        sorted.sort(order);
        return List.copyOf(sorted);
    }
}
