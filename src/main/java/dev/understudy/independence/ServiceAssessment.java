package dev.understudy.independence;

import dev.understudy.independence.Counting.Fail;
import dev.understudy.roster.Criticality;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the evidence says about one service.
 *
 * @param verdict dependent if any deciding judgement is, independent if every one is, else insufficient; so without any
 *     judgement
 * @param because one sentence; says so when it was never drilled
 * @param drilled how many drills of it there were, counted or not
 * @param judgements one for each responder, by name
 * @param together one for each group that was excluded together, by names
 * @param concentrations one for each kind of evidence there is, drills led last
 * @param closers responders who close most incidents and work on few: perhaps clerks, not who fixed them
 * @param effective the concentration that tells the effective number of responders best; null without evidence
 * @param escalations how far incidents went up; null when the history knows none of this service
 * @param qualified people who led a drill of it well and lately enough, by name
 * @param times how long things took, by scenario and excluded responder
 */
public record ServiceAssessment(
        String service,
        Criticality criticality,
        Verdict verdict,
        String because,
        int drilled,
        List<Judgement> judgements,
        List<Judgement> together,
        List<Concentration> concentrations,
        List<String> closers,
        @Nullable Concentration effective,
        @Nullable Escalations escalations,
        List<String> qualified,
        List<ScenarioTimes> times) {
    public ServiceAssessment {
        judgements = List.copyOf(judgements);
        together = List.copyOf(together);
        concentrations = List.copyOf(concentrations);
        closers = List.copyOf(closers);
        qualified = List.copyOf(qualified);
        times = List.copyOf(times);
    }

    /** Returns the judgements that the verdict follows from: of each responder, then of groups of which a fail counted. */
    public List<Judgement> deciding() {
        return Summary.deciding(judgements, together);
    }

    /**
     * Returns the failed drills that are no evidence, each once, in one phrase:
     * {@code 1 failed drill withheld: d7 (nobody can say who acted)}; empty for none.
     */
    public String withheldWords() {
        return Fail.words(Stream.concat(judgements.stream(), together.stream())
                .flatMap(j -> j.counting().withheldFails().stream())
                .distinct()
                .toList());
    }
}
