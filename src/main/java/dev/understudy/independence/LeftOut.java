package dev.understudy.independence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Evidence that was left out because the question asked for it. Who chooses from when on to look can choose what is seen, so
 * every page says what was not.
 *
 * @param since drills before this moment were left out
 * @param drills how many, of the services asked about
 * @param fails how many of these would have counted as fails
 */
public record LeftOut(Instant since, int drills, int fails) {
    static Optional<LeftOut> of(Question question, List<ServiceAssessment> services, List<DrillResult> all) {
        Scope scope = question.scope();
        List<String> names = services.stream().map(ServiceAssessment::service).toList();
        List<DrillResult> left = all.stream()
                .filter(scope::leavesOut)
                .filter(d -> names.contains(d.service()))
                .toList();
        long fails = left.stream().filter(d -> failed(d, scope)).count();
        return Optional.ofNullable(question.since()).map(since -> new LeftOut(since, left.size(), (int) fails));
    }

    /** Judged for exactly those whom it excluded; without any it says nothing. */
    private static boolean failed(DrillResult drill, Scope scope) {
        Unit unit = new Unit(drill.service(), drill.excluded());
        return !drill.excluded().isEmpty()
                && !drill.outcome().passed()
                && Standing.of(drill, unit, scope) == Standing.COUNTED;
    }

    /** Returns it in one phrase: {@code drills before 2026-05-01 were left out (3), 1 of them counted fails}. */
    public String words() {
        boolean day = Duration.between(Instant.EPOCH, since).toSeconds()
                        % Duration.ofDays(1).toSeconds()
                == 0;
        return "drills before " + (day ? Wording.day(since) : since) + " were left out (" + drills + "), " + fails
                + " of them counted fails";
    }
}
