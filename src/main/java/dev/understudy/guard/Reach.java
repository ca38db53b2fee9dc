package dev.understudy.guard;

import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.ClusterView;
import dev.understudy.cluster.DrillRecord;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.fault.LabelSelector;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far an object without a namespace reaches: webhooks and bindings of admission policies say for which namespaces they
 * are; of nothing else is it known.
 *
 * @param manifest the object that would be created
 * @param view must show every namespace
 */
record Reach(Map<String, Object> manifest, ClusterView view) {
    /** Returns why the object must not be created; empty when it may. */
    Optional<Refusal> refusal(ObjectRef object) {
        return switch (object.type().kind()) {
            case "ValidatingAdmissionPolicy", "MutatingAdmissionPolicy" -> Optional.empty();
            case "ValidatingAdmissionPolicyBinding", "MutatingAdmissionPolicyBinding" ->
                Stream.of(
                                beyond(object, at(manifest, "spec", "matchResources", "namespaceSelector")),
                                unscoped(object, at(manifest, "spec", "matchResources", "resourceRules")),
                                ours(object, matchResources()))
                        .flatMap(Optional::stream)
                        .findFirst();
            case "ValidatingWebhookConfiguration", "MutatingWebhookConfiguration" ->
                webhooks()
                        .flatMap(hook -> Stream.of(
                                beyond(object, at(hook, "namespaceSelector")),
                                unscoped(object, at(hook, "rules")),
                                ours(object, hook)))
                        .flatMap(Optional::stream)
                        .findFirst();
            default ->
                Optional.of(new Refusal(
                        object + " would act on the whole cluster",
                        "without a namespace drills create only webhooks and admission policies"));
        };
    }

    /** An absent selector is an empty one, and selects every namespace there is. */
    private Optional<Refusal> beyond(ObjectRef object, @Nullable Object selector) {
        LabelSelector namespaces = LabelSelector.of(selector);
        boolean allSeen = view.find(new ObjectRef(ResourceType.NAMESPACE, "", "kube-system"))
                .isPresent();
        return view.all(ResourceType.NAMESPACE).stream()
                .filter(namespaces::selects)
                .filter(namespace -> !Territory.isOurs(namespace))
                .map(namespace -> namespace.ref().name())
                .findFirst()
                .or(() -> allSeen ? Optional.empty() : Optional.of("one that was not seen"))
                .map(name -> new Refusal(
                        object + " would act on namespace " + name + ", which does not allow drills",
                        "select the namespaces of the drill by namespaceSelector: kubernetes.io/metadata.name"));
    }

    /** No namespaceSelector limits objects that live in no namespace: each rule must leave them out. */
    private static Optional<Refusal> unscoped(ObjectRef object, @Nullable Object rules) {
        boolean limited = rules instanceof List<?> list
                && !list.isEmpty()
                && list.stream()
                        .allMatch(rule -> rule instanceof Map<?, ?> map && "Namespaced".equals(map.get("scope")));
        return limited
                ? Optional.empty()
                : Optional.of(new Refusal(
                        object + " would act on objects without a namespace too, in the whole cluster",
                        "give each of its rules scope: Namespaced (a binding: in matchResources.resourceRules)"));
    }

    private Map<?, ?> matchResources() {
        return at(manifest, "spec", "matchResources") instanceof Map<?, ?> map ? map : Map.of();
    }

    /** What an undo writes and deletes carries our label, and must not need the webhook's consent. */
    private static Optional<Refusal> ours(ObjectRef object, Map<?, ?> hook) {
        LabelSelector objects = LabelSelector.of(at(hook, "objectSelector"));
        ObjectRef probe = new ObjectRef(ResourceType.CONFIG_MAP, "any", DrillRecord.NAME);
        Map<String, Object> labelled = Map.of("metadata", Map.of("labels", Map.of(DrillRecord.LABEL, "any")));
        return objects.selects(new ClusterObject(probe, labelled))
                ? Optional.of(new Refusal(
                        object + " could refuse its own undo",
                        "exempt objects of drills: objectSelector: {matchExpressions: [{key: " + DrillRecord.LABEL
                                + ", operator: DoesNotExist}]}"))
                : Optional.empty();
    }

    private Stream<Map<?, ?>> webhooks() {
        return at(manifest, "webhooks") instanceof List<?> list
                ? list.stream().map(hook -> (Map<?, ?>) hook)
                : Stream.empty();
    }

    private static @Nullable Object at(Map<?, ?> json, String... path) {
        Object here = json;
        for (String field : path) {
            here = here instanceof Map<?, ?> map ? map.get(field) : null;
        }
        return here;
    }
}
