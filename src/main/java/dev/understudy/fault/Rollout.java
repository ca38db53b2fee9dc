package dev.understudy.fault;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.FieldEdit;
import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.FieldValue;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.Permission;
import dev.understudy.cluster.Scope;
import dev.understudy.cluster.UndoOrder;
import dev.understudy.cluster.WorkloadKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a change of the target's pod template does to its pods: its controller replaces them, as its strategy says. */
record Rollout(TargetView seen) {
    private static final FieldPath TEMPLATE = FieldPath.of("spec.template");
    /**
     * The annotation of the template that restarts a workload and goes again, which restarts it once more. Not the one of
     * kubectl: a responder who restarts the workload would take that from us, and its pods would keep what they have
     * read, whatever is put back later.
     */
    static final FieldPath RESTARTED = UndoOrder.RESTARTED;

    private static final FieldPath SURGE = FieldPath.of("spec.strategy.rollingUpdate.maxSurge");

    /** What a planner must see of a target whose template it changes. */
    static Scope scope(Target target) {
        return new Scope(target.namespace(), Set.of(target.object().type()))
                .and(new Scope(target.namespace(), TargetView.TYPES));
    }

    /** What a change of a target's template and its undo need. */
    static Set<Permission> permissions(Target target) {
        Set<Permission> all = new LinkedHashSet<>(scope(target).permissions());
        all.addAll(new Change.Edit(
                        target.object(), "", List.of(new FieldEdit(TEMPLATE, FieldValue.ABSENT, FieldValue.ABSENT)))
                .permissions());
        return all;
    }

    /** Fields beside the template that are set for all pods at once. */
    static Set<FieldOf> fields(Target target, boolean allAtOnce) {
        return allAtOnce
                ? unavailable(target).stream()
                        .map(path -> new FieldOf(target.object(), path))
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** How many pods may be missing while new ones come; a StatefulSet replaces them one by one. */
    private static Optional<FieldPath> unavailable(Target target) {
        return switch (target.workload().kind()) {
            case DEPLOYMENT -> Optional.of(FieldPath.of("spec.strategy.rollingUpdate.maxUnavailable"));
            case DAEMON_SET -> Optional.of(FieldPath.of("spec.updateStrategy.rollingUpdate.maxUnavailable"));
            case STATEFUL_SET -> Optional.empty();
        };
    }

    /**
     * Plans one edit of the template, which replaces all pods in time; a roll-out that stops half-way is counted whole.
     *
     * @param fields what is set in the template
     * @param allAtOnce whether all old pods go before new ones are ready
     */
    FaultPlan of(List<FieldEdit> fields, boolean allAtOnce) {
        Optional<String> refusal = refusal();
        if (refusal.isPresent()) {
            return new FaultPlan.Impossible(refusal.get());
        }
        Optional<FieldPath> unavailable = unavailable(seen.target());
        if (allAtOnce && unavailable.isEmpty()) {
            return new FaultPlan.Impossible("the pods of " + object()
                    + " are replaced one after the other whatever it says;" + " leave out allAtOnce");
        }
        List<FieldEdit> all = new ArrayList<>(fields);
        if (allAtOnce && !recreates()) {
            unavailable.ifPresent(
                    path -> all.add(new FieldEdit(path, seen.workload().at(path), new FieldValue.Json("100%"))));
        }
        return new FaultPlan.Planned(
                List.of(new Change.Edit(seen.target().object(), seen.workload().uid(), all)),
                hit(),
                pods().size(),
                allAtOnce ? List.of() : warnings());
    }

    /** Returns the change that replaces all pods by equal ones; its undo does so again. */
    Change restart(Instant now) {
        FieldEdit mark = new FieldEdit(RESTARTED, seen.workload().at(RESTARTED), new FieldValue.Json(now.toString()));
        return new Change.Edit(seen.target().object(), seen.workload().uid(), List.of(mark));
    }

    /** Why a new template would reach no pod; empty when it would. */
    Optional<String> refusal() {
        if (pods().isEmpty()) {
            return Optional.of(object() + " has no pods that could be replaced; scale it up first");
        }
        if (text("spec.paused").equals("true")) {
            return Optional.of(
                    object() + " is paused: no pod would be replaced; resume it with 'kubectl rollout resume'");
        }
        if (text("spec.updateStrategy.type").equals("OnDelete")) {
            return Optional.of(object() + " replaces pods only when somebody deletes them (OnDelete);"
                    + " set its updateStrategy to RollingUpdate");
        }
        return hit().isEmpty()
                ? Optional.of(object() + " keeps all its pods on the old revision (partition " + partition()
                        + "); lower its partition")
                : Optional.empty();
    }

    /** Returns the pods that are replaced in time. */
    Set<ObjectRef> hit() {
        int partition = partition();
        return pods().stream()
                .map(ClusterObject::ref)
                .filter(pod -> partition == 0 || ordinal(pod.name()) >= partition)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private List<ClusterObject> pods() {
        return seen.livingPods();
    }

    /** What keeps serving if the new pods do not become ready; the roll-out waits for them. */
    private List<String> warnings() {
        int all = seen.workload().number("spec.replicas", pods().size());
        int kept = recreates() ? 0 : all - gone(all);
        return kept <= 0
                ? List.of()
                : List.of("a roll-out waits for new pods to be ready: if they never are, " + kept + " of " + all
                        + " pods of " + seen.target().workload() + " stay as they were, and callers may notice nothing"
                        + (unavailable(seen.target()).isPresent() ? "; allAtOnce: true replaces all" : ""));
    }

    /** How many old pods go although no new one becomes ready. */
    private int gone(int all) {
        boolean deployment = seen.target().workload().kind() == WorkloadKind.DEPLOYMENT;
        int down = unavailable(seen.target())
                .map(path -> part(path, deployment ? "25%" : "1", all, !deployment))
                .orElse(1);
        // a Deployment that may neither lack a pod nor have one more would stand still: Kubernetes lets one go
        return deployment && down == 0 && part(SURGE, "25%", all, true) == 0 ? 1 : Math.min(down, all);
    }

    /** A number of pods, or a percentage of them that is rounded up or down. */
    private int part(FieldPath path, String absent, int all, boolean up) {
        String value = seen.workload().json(path).map(Object::toString).orElse(absent);
        String digits = value.replace("%", "");
        if (!digits.matches("\\d{1,9}")) {
            return 0;
        }
        int number = Integer.parseInt(digits);
        if (!value.endsWith("%")) {
            return number;
        }
        return Math.toIntExact(up ? Math.ceilDiv((long) number * all, 100) : (long) number * all / 100);
    }

    private int partition() {
        return seen.workload().number("spec.updateStrategy.rollingUpdate.partition", 0);
    }

    private static int ordinal(String pod) {
        String number = pod.substring(pod.lastIndexOf('-') + 1);
        return number.matches("\\d{1,9}") ? Integer.parseInt(number) : Integer.MAX_VALUE;
    }

    private boolean recreates() {
        return text("spec.strategy.type").equals("Recreate");
    }

    private String text(String path) {
        return TargetView.text(seen.workload(), path);
    }

    private String object() {
        return seen.target().object().toString();
    }
}
