package dev.understudy.independence;

import java.util.List;
import java.util.Set;

/** Evidence and terms for tests. */
final class Some {
    static final Unit WITHOUT_ANA = new Unit("checkout", Set.of("ana"));
    static final Scope NOW = new Scope(Thresholds.DEFAULT, ADrill.NOW, false, null);

    private Some() {}

    static Sample sample(List<DrillResult> drills, String... required) {
        return Sample.of(WITHOUT_ANA, NOW, List.of(required), drills);
    }

    static Thresholds thresholds(double success, double confidence, int minimum) {
        Thresholds usual = Thresholds.DEFAULT;
        return new Thresholds(
                success,
                confidence,
                minimum,
                usual.doubt(),
                usual.minimumDependent(),
                usual.leads(),
                usual.fresh(),
                usual.window(),
                usual.abortedShare(),
                usual.halfLife());
    }
}
