package dev.understudy.independence;

import dev.understudy.wording.Words;
import java.util.List;

/**
 * Which drills were counted for one verdict, and which were not and why.
 *
 * @param counted valid drills that are evidence; some other drills below name the same people
 * @param setAside ids of failed drills that also excluded others: a fail without several counts for none of them alone
 * @param aborted how many were aborted: no evidence, but counted and shown
 * @param invalid how many were invalid
 * @param rehearsals how many were rehearsals that nobody asked for
 * @param withheld how many other valid ones are no evidence, because the excluded took part or nobody can say who acted
 * @param withheldFails failed ones that are no evidence for such a reason: apart from the others, so that nothing hides a fail
 * @param tooOld how many lie before the window
 */
public record Counting(
        int counted,
        List<String> setAside,
        int aborted,
        int invalid,
        int rehearsals,
        int withheld,
        List<Fail> withheldFails,
        int tooOld) {
    public Counting {
        setAside = List.copyOf(setAside);
        withheldFails = List.copyOf(withheldFails);
    }

    /**
     * Returns the withheld fails in one phrase: {@code 1 failed drill withheld: d7 (nobody can say who acted)}; empty for
     * none.
     */
    public String withheldWords() {
        return Fail.words(withheldFails);
    }

    /** A failed drill that is no evidence, and why. */
    public record Fail(String drill, String because) {
        static String words(List<Fail> withheld) {
            return withheld.isEmpty()
                    ? ""
                    : Words.count(withheld.size(), "failed drill") + " withheld: "
                            + Words.listed(withheld.stream()
                                    .map(f -> f.drill() + " (" + f.because() + ")")
                                    .toList());
        }
    }
}
