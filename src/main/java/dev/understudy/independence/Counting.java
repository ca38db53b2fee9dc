package dev.understudy.independence;

import java.util.List;

/**
 * Which drills were counted for one verdict, and which were not and why.
 *
 * @param counted valid drills that are evidence; some other drills below name the same people
 * @param setAside ids of failed drills that also excluded others: a fail without several counts for none of them alone
 * @param aborted how many were aborted: no evidence, but counted and shown
 * @param invalid how many were invalid
 * @param rehearsals how many were rehearsals that nobody asked for
 * @param withheld how many valid ones are no evidence, because the excluded took part or nobody can say who acted
 * @param tooOld how many lie before the window
 */
public record Counting(
        int counted, List<String> setAside, int aborted, int invalid, int rehearsals, int withheld, int tooOld) {
    public Counting {
        setAside = List.copyOf(setAside);
    }
}
