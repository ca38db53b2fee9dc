package dev.understudy.simulated.alerts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Decides what is told and when, as Alertmanager does with alerts grouped by name: the first notice of a group waits a
 * little for company, a change of the group is told after an interval, and what goes on is told again from time to time.
 * Used on one thread.
 */
public final class Notices {
    /** Alertmanager's defaults, thirty times as fast: 30 s, 5 min, 4 h. */
    static final Duration GROUP_WAIT = Duration.ofSeconds(1);

    static final Duration GROUP_INTERVAL = Duration.ofSeconds(10);
    static final Duration REPEAT_INTERVAL = Duration.ofMinutes(8);

    /** What a group was last told as. */
    private record Told(Instant at, Set<String> firing, Set<String> resolved) {}

    private final Consumer<ObjectNode> receiver;
    private final String externalUrl;
    private final Map<String, Told> told = new HashMap<>();
    private final Map<String, Instant> begun = new HashMap<>();
    /** Alerts of groups that are over. */
    private final Set<String> forgotten = new HashSet<>();

    /**
     * Tells nobody anything yet.
     *
     * @param receiver takes each payload; must not wait
     * @param externalUrl where people can look, for the payload
     */
    public Notices(Consumer<ObjectNode> receiver, String externalUrl) {
        this.receiver = receiver;
        this.externalUrl = externalUrl;
    }

    /** Takes the alerts as they are, and returns when to be called again at the latest. */
    Optional<Instant> hear(List<Alert> alerts, Instant now) {
        Map<String, List<Alert>> groups =
                alerts.stream().filter(alert -> alert.firing().isPresent()).collect(Collectors.groupingBy(Alert::name));
        List<Instant> later = new ArrayList<>();
        groups.forEach((name, group) -> due(name, group, now).ifPresent(at -> {
            if (at.isAfter(now)) {
                later.add(at);
            } else {
                tell(name, group, now);
            }
        }));
        return later.stream().min(Instant::compareTo);
    }

    private Optional<Instant> due(String name, List<Alert> group, Instant now) {
        Set<String> firing = fingerprints(group, true);
        Set<String> resolved = fingerprints(group, false);
        Told last = told.get(name);
        if (last == null) {
            return firing.isEmpty()
                    ? Optional.empty()
                    : Optional.of(begun.computeIfAbsent(name, _ -> now).plus(GROUP_WAIT));
        }
        boolean news = !last.firing().containsAll(firing)
                || resolved.stream().anyMatch(each -> !last.resolved().contains(each));
        if (news) {
            return Optional.of(last.at().plus(GROUP_INTERVAL));
        }
        return firing.isEmpty() ? Optional.empty() : Optional.of(last.at().plus(REPEAT_INTERVAL));
    }

    private void tell(String name, List<Alert> group, Instant now) {
        Set<String> firing = fingerprints(group, true);
        Told last = told.get(name);
        List<Alert> worth = group.stream()
                .filter(alert ->
                        alert.isFiring() || (last != null && last.firing().contains(alert.fingerprint())))
                .toList();
        if (!worth.isEmpty()) {
            receiver.accept(Payload.of(name, worth, externalUrl));
        }
        if (firing.isEmpty()) {
            // the group is over; the next alert of this name begins a new one
            told.remove(name);
            begun.remove(name);
            forgotten.addAll(fingerprints(group, false));
        } else {
            told.put(name, new Told(now, firing, fingerprints(group, false)));
        }
    }

    /** Tells whether an alert has ended and everybody has heard of it. */
    boolean isForgotten(Alert alert) {
        if (alert.resolved().isEmpty()) {
            return false;
        }
        return alert.firing().isEmpty() || forgotten.remove(alert.fingerprint());
    }

    /** Takes an alert that begins, perhaps anew: when it ends, that has to be told again before it is forgotten. */
    void remember(Alert alert) {
        forgotten.remove(alert.fingerprint());
    }

    private static Set<String> fingerprints(List<Alert> group, boolean firing) {
        return group.stream()
                .filter(alert -> alert.isFiring() == firing)
                .map(Alert::fingerprint)
                .collect(Collectors.toSet());
    }
}
