package dev.understudy.playbook;

import dev.understudy.history.HistoryTally.Count;
import dev.understudy.history.Participation;
import dev.understudy.independence.Concentration;
import dev.understudy.independence.DrillResult;
import dev.understudy.independence.ServiceAssessment;
import dev.understudy.independence.WilsonInterval;
import dev.understudy.playbook.HeroMap.Route;
import dev.understudy.playbook.HeroMap.Source;
import dev.understudy.roster.Responder;
import dev.understudy.roster.ResponderKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** To whom the work of each family routes. */
final class Routes {
    /** Where less than this share of a kind of evidence is certain, the work is spread, and routes to nobody. */
    static final double ROUTED = 1.0 / 3;

    private final Groundwork ground;
    private final Map<Family, Map<Source, List<Count>>> counts = new HashMap<>();

    Routes(Groundwork ground) {
        this.ground = ground;
        for (Count each : ground.history().counts()) {
            counts.computeIfAbsent(new Family(each.service(), each.incidentClass()), _ -> new EnumMap<>(Source.class))
                    .computeIfAbsent(source(each.kind()), _ -> new ArrayList<>())
                    .add(each);
        }
    }

    private static Source source(Participation.Kind kind) {
        return switch (kind) {
            case ACKNOWLEDGED -> Source.ACKNOWLEDGED;
            case WORKED -> Source.WORKED;
            case REASSIGNED -> Source.REASSIGNED;
            case RESOLVED -> Source.RESOLVED;
            case ADVISED -> Source.ADVISED;
            case CHANGED -> Source.CHANGED;
        };
    }

    /**
     * Returns to whom a family routes, by name: who has the largest share of a kind that counts, a third of which is certain,
     * and whoever was excluded from a drill of it and has a share, if only in being needed. Automation is nobody one depends
     * on for what one knows.
     */
    SortedSet<String> responders(Family family) {
        SortedSet<String> found = new TreeSet<>();
        of(family).forEach((source, all) -> {
            long most = all.stream().mapToLong(Count::incidents).max().orElse(0);
            all.stream()
                    .filter(c -> c.incidents() == most && certain(share(family, all, c.responder())) >= ROUTED)
                    .filter(c -> note(family, source, all, c.responder()).isEmpty())
                    .forEach(c -> found.add(c.responder()));
        });
        ground.valid(family).stream()
                .flatMap(d -> d.excluded().stream())
                .filter(name ->
                        of(family, name).stream().anyMatch(r -> r.share().part() > 0))
                .forEach(found::add);
        found.removeIf(name -> ground.roster()
                .responder(name)
                .map(Responder::kind)
                .filter(kind -> kind == ResponderKind.AUTOMATION)
                .isPresent());
        return found;
    }

    /** Returns what shows that a family routes to a responder. */
    List<Route> of(Family family, String responder) {
        List<Route> routes = new ArrayList<>();
        of(family).forEach((source, all) -> {
            Share share = share(family, all, responder);
            if (share.part() > 0) {
                String note = note(family, source, all, responder);
                routes.add(new Route(source, share, note.isEmpty(), note));
            }
        });
        List<DrillResult> without = without(family, responder);
        if (!without.isEmpty()) {
            long needed = without.stream()
                    .filter(d -> d.rescuers().contains(responder))
                    .count();
            routes.add(new Route(Source.NEEDED, new Share(needed, without.size()), true, ""));
        }
        return routes;
    }

    /** Returns how much of a share is certain: few incidents tell little, and must not stand above many. */
    static double certain(Share share) {
        return share.whole() == 0
                ? 0
                : WilsonInterval.of(share.part(), share.whole()).low();
    }

    /** Returns the counted drills of a family without a responder, oldest first. */
    List<DrillResult> without(Family family, String responder) {
        return ground.valid(family).stream()
                .filter(d -> ground.counts(d) && d.excluded().contains(responder))
                .toList();
    }

    private Map<Source, List<Count>> of(Family family) {
        return counts.getOrDefault(family, Map.of());
    }

    /** Of the incidents in which anybody took that part, not of the parts: several people may share one. */
    private Share share(Family family, List<Count> all, String responder) {
        long part = all.stream()
                .filter(c -> c.responder().equals(responder))
                .mapToLong(Count::incidents)
                .sum();
        Participation.Kind kind = all.getFirst().kind();
        return new Share(part, ground.history().incidents(family.service(), family.incidentClass(), kind));
    }

    /** Returns why somebody's share of a kind does not count; empty when it does. */
    private String note(Family family, Source source, List<Count> all, String responder) {
        boolean few = share(family, all, responder).whole() < Concentration.FEWEST;
        return few
                ? "fewer than " + Concentration.FEWEST + " in all: too few to say"
                : clerk(family, source, responder);
    }

    private String clerk(Family family, Source source, String responder) {
        boolean clerk = source == Source.RESOLVED
                && ground.assessment().services().stream()
                        .filter(s -> s.service().equals(family.service()))
                        .map(ServiceAssessment::closers)
                        .anyMatch(closers -> closers.contains(responder));
        return clerk ? "closes most incidents and works on few: perhaps a clerk, so it does not count" : "";
    }
}
