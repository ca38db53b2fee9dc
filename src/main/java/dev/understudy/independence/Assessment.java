package dev.understudy.independence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all evidence says about the services of one roster.
 *
 * @param rule version of the rule that judged
 * @param moment as of when
 * @param rehearsals whether rehearsals were counted too: every page of it has to say so
 * @param leftOut what was left out because the question asked for it; null when it did not
 * @param services in the order of the roster
 * @param busFactor how many people the critical services can lose
 * @param interruptions of every responder whom a judgement is about, by name
 * @param strangers services of drills that the roster does not know and that were not judged, sorted
 */
public record Assessment(
        int rule,
        Instant moment,
        boolean rehearsals,
        @Nullable LeftOut leftOut,
        Thresholds thresholds,
        List<ServiceAssessment> services,
        BusFactor busFactor,
        List<Interruptions> interruptions,
        List<String> strangers) {
    public Assessment {
        services = List.copyOf(services);
        interruptions = List.copyOf(interruptions);
        strangers = List.copyOf(strangers);
    }

    /** Tells whether every service asked about is independent; not so when none was asked about. */
    public boolean independent() {
        return !services.isEmpty() && services.stream().allMatch(s -> s.verdict() == Verdict.INDEPENDENT);
    }
}
