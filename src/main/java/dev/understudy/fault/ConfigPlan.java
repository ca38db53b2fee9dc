package dev.understudy.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.DrillRecord;
import dev.understudy.cluster.FieldEdit;
import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.FieldPath.Step;
import dev.understudy.cluster.FieldValue;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plans the change of one key, and who notices. */
record ConfigPlan(ConfigFault.Spec spec, TargetView seen, Moment moment) {
    FaultPlan plan() {
        ObjectRef object = spec.object(seen.target().namespace());
        return seen.view()
                .find(object)
                .map(this::plan)
                .orElseGet(() -> new FaultPlan.Impossible(object + " does not exist; check its name"));
    }

    private FaultPlan plan(ClusterObject config) {
        FieldValue before = config.at(spec.path());
        FieldValue after = after(config.ref());
        Optional<String> why = refusal(config, before, after);
        if (why.isPresent()) {
            return new FaultPlan.Impossible(why.get());
        }
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.Edit(config.ref(), config.uid(), List.of(new FieldEdit(spec.path(), before, after))));
        Rollout rollout = new Rollout(seen);
        if (spec.restart()) {
            changes.add(rollout.restart(moment.now()));
        }
        Set<ObjectRef> hit = spec.restart() ? rollout.hit() : Set.of();
        return new FaultPlan.Planned(changes, hit, seen.livingPods().size(), warnings(config));
    }

    private FieldValue after(ObjectRef config) {
        if (spec.value() == null) {
            return FieldValue.ABSENT;
        }
        return new FieldValue.Json(
                config.type().equals(ResourceType.SECRET)
                        ? Base64.getEncoder().encodeToString(spec.value().getBytes(UTF_8))
                        : spec.value());
    }

    private Optional<String> refusal(ClusterObject config, FieldValue before, FieldValue after) {
        String object = config.ref().toString();
        if (config.ref().name().equals(DrillRecord.NAME)) {
            return Optional.of(object + " is the drill's own record; choose another object");
        }
        if (TargetView.text(config, "immutable").equals("true")) {
            return Optional.of(object + " is immutable: the API server lets nobody change it");
        }
        if (TargetView.text(config, "type").equals("kubernetes.io/service-account-token")) {
            return Optional.of(object + " is a service account's token, which its controller writes again");
        }
        Step binary = new Step.Field("binaryData");
        if (config.at(new FieldPath(List.of(binary, new Step.Field(spec.key())))) instanceof FieldValue.Json) {
            return Optional.of("key " + spec.key() + " of " + object + " is binary; choose one with text");
        }
        if (before.equals(after)) {
            return Optional.of(
                    after instanceof FieldValue.Absent
                            ? object + " has no key " + spec.key() + "; nothing would be removed"
                            : "key " + spec.key() + " of " + object + " holds that value already");
        }
        return spec.restart() ? new Rollout(seen).refusal() : Optional.empty();
    }

    private List<String> warnings(ClusterObject config) {
        ConfigUse use = new ConfigUse(config.ref());
        List<ClusterObject> own = seen.livingPods();
        List<String> all = new ArrayList<>();
        if (!spec.restart() && own.stream().anyMatch(p -> use.byEnvironment(p) && !use.byFiles(p))) {
            all.add("pods of " + seen.target().workload() + " read " + config.ref() + " only when they start;"
                    + " restart: true restarts them");
        }
        List<String> others = seen.view().all(ResourceType.POD).stream()
                .filter(TargetView::lives)
                .filter(pod -> !own.contains(pod) && (use.byEnvironment(pod) || use.byFiles(pod)))
                .map(pod -> pod.ref().name())
                .toList();
        if (!others.isEmpty()) {
            all.add(config.ref() + " is also read by pods that the blast radius does not count: "
                    + String.join(", ", others));
        }
        if (TargetView.isControlled(config)) {
            all.add("a controller owns " + config.ref() + " and may take the change back");
        }
        return all;
    }
}
