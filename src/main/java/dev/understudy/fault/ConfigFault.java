package dev.understudy.fault;

import dev.understudy.cluster.ClusterView;
import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.FieldPath.Step;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.Permission;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.Scope;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sets or removes one key of a ConfigMap or Secret, and restarts the target if wanted, so that it reads it. */
public final class ConfigFault implements FaultType<ConfigFault.Spec> {
    /**
     * What a file says about it: one of the two objects.
     *
     * @param configMap name of a ConfigMap of the target's namespace; null for a Secret
     * @param secret name of a Secret of the target's namespace; null for a ConfigMap
     * @param key key in its data
     * @param value what it holds then, as plain text; null to remove the key
     * @param restart whether the target's pods are replaced after the change, and again after the undo
     */
    public record Spec(
            @SpecField("ConfigMap that is changed") @Nullable
            String configMap,

            @SpecField("Secret that is changed") @Nullable String secret,

            @SpecField("key in its data") String key,

            @SpecField("what the key holds then, as plain text; the key is removed when not given") @Nullable
            String value,

            @SpecField(value = "replaces the target's pods after the change, and after its undo", byDefault = "false")
            boolean restart)
            implements FaultSpec {
        /** @throws IllegalArgumentException when it names no object or two */
        public Spec {
            if ((configMap == null) == (secret == null)) {
                throw new IllegalArgumentException("config needs a configMap or a secret, and not both");
            }
        }

        ObjectRef object(String namespace) {
            return secret == null
                    ? new ObjectRef(ResourceType.CONFIG_MAP, namespace, String.valueOf(configMap))
                    : new ObjectRef(ResourceType.SECRET, namespace, secret);
        }

        /** The field that is set. */
        FieldPath path() {
            return new FieldPath(List.of(new Step.Field("data"), new Step.Field(key)));
        }

        /** Leaves the value out: it may be a secret. */
        @Override
        public String toString() {
            return "config " + (secret == null ? "configMap " + configMap : "secret " + secret) + ", key " + key;
        }
    }

    @Override
    public String name() {
        return "config";
    }

    @Override
    public String summary() {
        return "sets or removes a key of a ConfigMap or Secret";
    }

    @Override
    public Class<Spec> spec() {
        return Spec.class;
    }

    @Override
    public Scope scope(Spec spec, Target target) {
        return Rollout.scope(target).with(spec.object(target.namespace()));
    }

    @Override
    public Set<Permission> permissions(Spec spec, Target target) {
        Set<Permission> all = new LinkedHashSet<>(scope(spec, target).permissions());
        all.addAll(Permission.verbs(spec.object(target.namespace()), "get", "patch"));
        if (spec.restart()) {
            all.addAll(Rollout.permissions(target));
        }
        return all;
    }

    @Override
    public Set<FieldOf> fields(Spec spec, Target target) {
        Set<FieldOf> all = new LinkedHashSet<>(Set.of(new FieldOf(spec.object(target.namespace()), spec.path())));
        if (spec.restart()) {
            all.add(new FieldOf(target.object(), Rollout.RESTARTED));
        }
        return all;
    }

    @Override
    public FaultPlan plan(Spec spec, Target target, ClusterView view, Moment moment) {
        return TargetView.of(target, view)
                .map(seen -> new ConfigPlan(spec, seen, moment).plan())
                .orElseGet(() -> TargetView.missing(target));
    }
}
