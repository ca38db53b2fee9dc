package dev.understudy.playbook;

import dev.understudy.playbook.RotationPlan.Later;
import dev.understudy.playbook.RotationPlan.Mode;
import dev.understudy.playbook.RotationPlan.PlannedDrill;
import dev.understudy.roster.ServiceEntry;
import java.util.List;
import java.util.stream.Stream;

/** Says what verdicts still lack after a plan: it holds what its weeks can, and a service may need years. */
final class Remainder {
    private final Groundwork ground;
    private final RotationCalendar calendar;

    Remainder(Groundwork ground, RotationCalendar calendar) {
        this.ground = ground;
        this.calendar = calendar;
    }

    /** Returns it by service, then responder. */
    List<Later> after(List<PlannedDrill> planned) {
        Demands demands = new Demands(ground, calendar);
        return ground.services().stream()
                .flatMap(service -> demands.heroes(service.name()).stream()
                        .filter(hero -> !accepted(service, hero))
                        .flatMap(hero -> after(service.name(), hero, planned)))
                .toList();
    }

    private boolean accepted(ServiceEntry service, String hero) {
        return service.specialties().stream()
                .anyMatch(s -> s.responder().equals(hero)
                        && s.incidentClass() == null
                        && !s.until().isBefore(calendar.to()));
    }

    private Stream<Later> after(String service, String hero, List<PlannedDrill> planned) {
        int needed = ground.judgement(service, hero)
                .map(j -> j.sum().needed())
                .orElse(ground.question().thresholds().minimum());
        long alone = planned.stream()
                .filter(d -> d.need().service().equals(service))
                .filter(d -> d.mode() == Mode.ALONE && d.excluded().contains(hero))
                .count();
        return needed > alone ? Stream.of(new Later(service, hero, Math.toIntExact(needed - alone))) : Stream.empty();
    }
}
