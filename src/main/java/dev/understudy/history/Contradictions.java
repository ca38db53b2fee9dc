package dev.understudy.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What cannot be true of an incident. */
public final class Contradictions {
    /** Placeholders such as year 1 or the epoch are older than any incident that somebody still has. */
    private static final Instant OLDEST = Instant.parse("1990-01-01T00:00:00Z");

    /** Clocks of two machines differ. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final Incident incident;
    private final Instant now;
    private final List<Flaw> found = new ArrayList<>();

    private Contradictions(Incident incident, Instant now) {
        this.incident = incident;
        this.now = now;
    }

    /**
     * Returns everything in which an incident contradicts itself, or the time it is.
     *
     * @param now nothing can have happened more than five minutes later
     */
    public static List<Flaw> of(Incident incident, Instant now) {
        Contradictions check = new Contradictions(incident, now);
        check.times();
        check.order();
        check.escalations();
        return List.copyOf(check.found);
    }

    private void times() {
        if (incident.opened().isBefore(OLDEST)) {
            add("opened at " + incident.opened() + ", before 1990: a placeholder? name it under 'missing'");
        }
        future("opened", incident.opened());
        future("acknowledged", incident.acknowledged());
        future("resolved", incident.resolved());
    }

    private void future(String what, @Nullable Instant at) {
        if (at != null && at.isAfter(now.plus(SKEW))) {
            add(what + " at " + at + ", which is yet to come");
        }
    }

    private void order() {
        before("resolved", incident.resolved(), "opened", incident.opened());
        before("acknowledged", incident.acknowledged(), "opened", incident.opened());
        before("resolved", incident.resolved(), "acknowledged", incident.acknowledged());
    }

    private void before(String later, @Nullable Instant late, String earlier, @Nullable Instant early) {
        if (late != null && early != null && late.isBefore(early)) {
            add(later + " at " + late + ", before it was " + earlier + " at " + early);
        }
    }

    private void escalations() {
        if (incident.escalations() < 0) {
            add("escalated " + incident.escalations() + " times");
        }
    }

    private void add(String text) {
        found.add(new Flaw(Flaw.Kind.CONTRADICTION, text));
    }
}
