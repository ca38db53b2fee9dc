package dev.understudy.fault;

import dev.understudy.cluster.ClusterView;
import dev.understudy.cluster.FieldEdit;
import dev.understudy.cluster.FieldValue;
import dev.understudy.cluster.Permission;
import dev.understudy.cluster.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Squeezes what a container may use or asks for, and so rolls out pods that are killed, slowed or never placed. */
public final class ResourcesFault implements FaultType<ResourcesFault.Spec> {
    private static final List<String> KINDS = List.of("cpu", "memory");

    /**
     * Amounts as Kubernetes writes them.
     *
     * @param cpu cores, such as {@code 50m}; null to leave it as it is
     * @param memory bytes, such as {@code 64Mi}; null to leave it as it is
     */
    public record Amounts(
            @SpecField("cores, such as 50m") @Nullable String cpu,
            @SpecField("bytes, such as 64Mi") @Nullable String memory) {
        private static final Amounts NONE = new Amounts(null, null);

        /** @throws IllegalArgumentException when one is no amount */
        public Amounts {
            check("cpu", cpu);
            check("memory", memory);
        }

        private static void check(String kind, @Nullable String amount) {
            boolean fits = amount == null
                    || Quantity.of(amount).filter(q -> q.amount().signum() >= 0).isPresent();
            if (!fits) {
                throw new IllegalArgumentException(kind + " is an amount such as "
                        + (kind.equals("cpu") ? "50m or 2" : "64Mi") + ", not " + amount);
            }
        }

        private Map<String, String> given(String part) {
            Map<String, String> all = new LinkedHashMap<>();
            if (cpu != null) {
                all.put("resources." + part + ".cpu", cpu);
            }
            if (memory != null) {
                all.put("resources." + part + ".memory", memory);
            }
            return all;
        }
    }

    /**
     * What a file says about it.
     *
     * @param container which container of the pod template; null for the only one
     * @param limits what it may use at most; null to leave them as they are
     * @param requests what is kept free for it; null to leave them as they are
     * @param allAtOnce whether all old pods go before new ones are ready
     */
    public record Spec(
            @SpecField("container of the target's pods; the only one when not given") @Nullable
            String container,

            @SpecField("what it may use at most") @Nullable Amounts limits,

            @SpecField("what a node must have free for it") @Nullable
            Amounts requests,

            @SpecField(value = "replaces all pods at once; not for a StatefulSet", byDefault = "false")
            boolean allAtOnce)
            implements FaultSpec {
        /** @throws IllegalArgumentException when it sets nothing */
        public Spec {
            if (given(limits, requests).isEmpty()) {
                throw new IllegalArgumentException("resources needs a limit or a request of cpu or memory");
            }
        }

        private Map<String, String> given() {
            return given(limits, requests);
        }

        private static Map<String, String> given(@Nullable Amounts limits, @Nullable Amounts requests) {
            Map<String, String> all = new LinkedHashMap<>();
            all.putAll((limits == null ? Amounts.NONE : limits).given("limits"));
            all.putAll((requests == null ? Amounts.NONE : requests).given("requests"));
            return all;
        }
    }

    @Override
    public String name() {
        return "resources";
    }

    @Override
    public String summary() {
        return "squeezes limits or requests of a container";
    }

    @Override
    public Class<Spec> spec() {
        return Spec.class;
    }

    @Override
    public Scope scope(Spec spec, Target target) {
        return Rollout.scope(target);
    }

    @Override
    public Set<Permission> permissions(Spec spec, Target target) {
        return Rollout.permissions(target);
    }

    @Override
    public Set<FieldOf> fields(Spec spec, Target target) {
        Set<FieldOf> all = new LinkedHashSet<>(Rollout.fields(target, spec.allAtOnce()));
        spec.given().keySet().forEach(f -> all.add(TemplateContainer.field(target, spec.container(), f)));
        return all;
    }

    @Override
    public FaultPlan plan(Spec spec, Target target, ClusterView view, Moment moment) {
        return TemplateContainer.plan(target, view, spec.container(), container -> plan(spec, container));
    }

    private static FaultPlan plan(Spec spec, TemplateContainer container) {
        List<String> reasons = KINDS.stream()
                .flatMap(kind -> exceeds(spec, container, kind).stream())
                .toList();
        if (!reasons.isEmpty()) {
            return new FaultPlan.Impossible(reasons);
        }
        List<FieldEdit> edits = new ArrayList<>();
        spec.given().forEach((field, amount) -> {
            if (!now(container, field).equals(Quantity.of(amount))) {
                edits.add(container.set(field, amount));
            }
        });
        return edits.isEmpty()
                ? new FaultPlan.Impossible(container + " has just these limits and requests already; choose others")
                : container.rollout().of(edits, spec.allAtOnce());
    }

    /** A request above its limit is refused by the API server; one of the two must follow the other. */
    private static Optional<String> exceeds(Spec spec, TemplateContainer container, String kind) {
        Optional<Quantity> limit = then(spec, container, "resources.limits." + kind);
        Optional<Quantity> request = then(spec, container, "resources.requests." + kind);
        return limit.isPresent() && request.isPresent() && request.get().compareTo(limit.get()) > 0
                ? Optional.of(container + " would ask for more " + kind + " than it may use; set both limits." + kind
                        + " and requests." + kind)
                : Optional.empty();
    }

    private static Optional<Quantity> then(Spec spec, TemplateContainer container, String field) {
        String given = spec.given().get(field);
        return given == null ? now(container, field) : Quantity.of(given);
    }

    private static Optional<Quantity> now(TemplateContainer container, String field) {
        return container.at(field) instanceof FieldValue.Json(Object amount)
                ? Quantity.of(amount.toString())
                : Optional.empty();
    }
}
