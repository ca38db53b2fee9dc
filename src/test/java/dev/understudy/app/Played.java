package dev.understudy.app;

import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.ClusterView;
import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.Scope;
import dev.understudy.cluster.UndoResult;
import dev.understudy.drill.Drill;
import dev.understudy.drill.EndCause;
import dev.understudy.guard.Refusal;
import dev.understudy.orchestrator.Casting;
import dev.understudy.orchestrator.LiveDrill;
import dev.understudy.orchestrator.OpenResult;
import dev.understudy.report.DrillReport;
import dev.understudy.scenario.language.Cast;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A scenario that was played to its end on a simulated cluster of its own, as {@code run} plays it.
 *
 * @param changed what is not as it was before: objects that came, went, or look otherwise
 * @param ours what of our own is still in the cluster
 */
record Played(Drill drill, DrillReport report, Set<ObjectRef> changed, Set<ObjectRef> ours) {
    private static final ResourceType LIMIT_RANGE = new ResourceType("", "v1", "LimitRange", "limitranges", true);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /** What lasts: pods and what follows them come and go by themselves. */
    private static final Scope LASTING = new Scope(
                    "shop",
                    Stream.concat(ResourceType.KNOWN.stream(), Stream.of(LIMIT_RANGE))
                            .filter(type -> type.namespaced() && !type.equals(ResourceType.POD))
                            .collect(Collectors.toSet()))
            .withAll(ResourceType.NODE);

    private static final List<String> PARTS =
            List.of("spec", "data", "roleRef", "subjects", "metadata.labels", "metadata.annotations");
    /** What controllers write down for themselves. */
    private static final Set<String> OF_CONTROLLERS =
            Set.of("deployment.kubernetes.io/revision", "deprecated.daemonset.template.generation");

    /** Tells whether the report says that this is not as it was: among the leftovers, or as what its undo left alone. */
    boolean tells(ObjectRef object) {
        return report.changesLeft().stream().anyMatch(line -> line.startsWith(object + ":"))
                || report.faults().stream()
                        .flatMap(fault -> fault.lines().stream())
                        .anyMatch(
                                line -> line.object().equals(object.toString()) && line.undo() == UndoResult.DIVERGED);
    }

    /** Plays a scenario; a refusal fails the test. */
    static Played of(Cast cast, Path file, Understudy understudy) throws IOException {
        try (ClusterSession session = Sessions.simulated(cast, null, file)) {
            Casting casting = new Casting(cast.scenario(), cast.roster(), session.hands());
            ClusterView before = session.ports().cluster().observe(LASTING);
            OpenResult opened = understudy.drills(session.ports()).open(casting, 1, (entry, drill) -> {});
            Drill end = switch (opened) {
                case OpenResult.Going going -> end(going.drill());
                case OpenResult.Refused(List<Refusal> refusals) -> throw new AssertionError(refusals);
            };
            ClusterView after = session.ports().cluster().observe(LASTING);
            DrillReport report = ReportFiles.report(
                            understudy.journal(), end.briefing().drill())
                    .orElseThrow();
            return new Played(end, report, differences(before, after), ours(after));
        }
    }

    /** A drill whose script does not bring it back would go on to its deadline. */
    private static Drill end(LiveDrill live) {
        Thread patience = Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(PATIENCE);
                live.stop(EndCause.PERSON, "the script is over and nothing has come back");
            } catch (InterruptedException _) {
                // it came to its end
            }
        });
        try {
            return live.await();
        } finally {
            patience.interrupt();
        }
    }

    private static Set<ObjectRef> ours(ClusterView view) {
        return view.objects().values().stream()
                .filter(object -> object.label("understudy.dev/drill").isPresent()
                        || object.ref().name().startsWith("understudy-"))
                .map(ClusterObject::ref)
                .collect(Collectors.toSet());
    }

    private static Set<ObjectRef> differences(ClusterView before, ClusterView after) {
        Map<ObjectRef, String> was = shapes(before);
        Map<ObjectRef, String> is = shapes(after);
        Set<ObjectRef> all = new TreeSet<>(was.keySet());
        all.addAll(is.keySet());
        all.removeIf(ref -> was.getOrDefault(ref, "").equals(is.getOrDefault(ref, "")));
        return all;
    }

    private static Map<ObjectRef, String> shapes(ClusterView view) {
        Map<ObjectRef, String> shapes = new TreeMap<>();
        view.objects().forEach((ref, object) -> shapes.put(ref, shape(object)));
        return shapes;
    }

    private static String shape(ClusterObject object) {
        StringBuilder shape = new StringBuilder();
        for (String part : PARTS) {
            object.json(FieldPath.of(part)).map(Played::sorted).ifPresent(shape::append);
        }
        return shape.toString();
    }

    /** The order of keys means nothing, nor does an empty map beside none. */
    private static Object sorted(Object json) {
        return switch (json) {
            case Map<?, ?> map -> {
                Map<String, Object> sorted = new TreeMap<>();
                map.forEach((key, value) -> sorted.put(String.valueOf(key), sorted(String.valueOf(key), value)));
                sorted.keySet().removeAll(OF_CONTROLLERS);
                yield sorted.isEmpty() ? "" : sorted;
            }
            case List<?> list -> list.stream().map(each -> sorted("", each)).toList();
            default -> json;
        };
    }

    private static Object sorted(String key, @Nullable Object value) {
        return value == null ? key + " is nothing" : sorted(value);
    }
}
