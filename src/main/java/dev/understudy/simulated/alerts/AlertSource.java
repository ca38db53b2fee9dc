package dev.understudy.simulated.alerts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.metrics.Measurements;
import dev.understudy.simulated.prometheus.QueryException;
import dev.understudy.simulated.prometheus.Value;
import dev.understudy.simulated.reconcile.Key;
import dev.understudy.simulated.reconcile.Reconciler;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.StoreEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at every rule in its interval, keeps the alerts that come of it, and hands them on. Without rules it sleeps. */
public final class AlertSource implements Reconciler {
    private static final Logger LOG = LoggerFactory.getLogger(AlertSource.class);
    private static final Key ALL = new Key(Kinds.NAMESPACE, "", "");

    /** A rule with what came of it. Compared by identity, as what came of it changes. */
    private static final class Watched {
        final AlertRule rule;
        final Map<SortedMap<String, String>, Alert> alerts = new ConcurrentHashMap<>();
        /** When to look at it next; empty until it is first looked at. Used on the control loop's thread alone. */
        Optional<Instant> next = Optional.empty();

        Watched(AlertRule rule) {
            this.rule = rule;
        }
    }

    private final InstantSource clock;
    private final Measurements measurements;
    private final Notices notices;
    private final List<Watched> watched = new CopyOnWriteArrayList<>();

    /**
     * Begins without rules.
     *
     * @param notices who hears of the alerts
     */
    public AlertSource(InstantSource clock, Measurements measurements, Notices notices) {
        this.clock = clock;
        this.measurements = measurements;
        this.notices = notices;
    }

    /** Adds rules; they are looked at from the next change of any object on. May be called from any thread. */
    public void add(List<AlertRule> rules) {
        rules.forEach(rule -> watched.add(new Watched(rule)));
    }

    @Override
    public Collection<Key> concernedBy(StoreEvent event) {
        // a rule that has been looked at is looked at again by the clock alone
        return watched.stream().anyMatch(each -> each.next.isEmpty()) ? List.of(ALL) : List.of();
    }

    @Override
    public Optional<Instant> reconcile(Key key) {
        Instant now = clock.instant();
        for (Watched each : watched) {
            if (!each.next.orElse(now).isAfter(now)) {
                each.next = Optional.of(now.plus(each.rule.interval()));
                look(each, now);
            }
        }
        Optional<Instant> posting = notices.hear(alerts(), now);
        Optional<Instant> looking =
                watched.stream().map(each -> each.next.orElse(now)).min(Instant::compareTo);
        return looking.map(
                first -> posting.filter(other -> other.isBefore(first)).orElse(first));
    }

    private void look(Watched watch, Instant now) {
        try {
            Value value = watch.rule.query().at(now, measurements);
            List<Value.Element> found = value instanceof Value.Vector(var elements) ? elements : List.of();
            Set<SortedMap<String, String>> held = new HashSet<>();
            for (Value.Element each : found) {
                Alert fresh = Alert.begin(watch.rule, each.labels(), each.number(), now);
                held.add(fresh.labels());
                watch.alerts.compute(
                        fresh.labels(),
                        (_, known) -> (known == null || known.resolved().isPresent() ? begun(fresh) : known)
                                .held(watch.rule, fresh.annotations(), now));
            }
            watch.alerts.replaceAll((labels, alert) ->
                    held.contains(labels) || alert.resolved().isPresent() ? alert : alert.ended(now));
            watch.alerts.values().removeIf(notices::isForgotten);
        } catch (QueryException wrong) {
            LOG.warn("Rule {} cannot be evaluated: {}", watch.rule.alert(), wrong.getMessage());
        }
    }

    private Alert begun(Alert alert) {
        notices.remember(alert);
        return alert;
    }

    private List<Alert> alerts() {
        return watched.stream().flatMap(each -> each.alerts.values().stream()).toList();
    }

    /** Returns the alerts that are pending or firing, as Prometheus lists them. */
    public ArrayNode active() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Alert alert : alerts()) {
            if (alert.resolved().isEmpty()) {
                ObjectNode each = list.addObject();
                alert.labels().forEach(each.putObject("labels")::put);
                alert.annotations().forEach(each.putObject("annotations")::put);
                each.put("state", alert.isFiring() ? "firing" : "pending");
                each.put("activeAt", alert.since().toString());
            }
        }
        return list;
    }

    @Override
    public String toString() {
        return "alerts";
    }
}
