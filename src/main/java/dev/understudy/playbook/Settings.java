package dev.understudy.playbook;

import dev.understudy.independence.Thresholds;

/**
 * What a team has set about how it is judged and how its drills are planned.
 *
 * @param verdict the numbers of the verdict's rule
 * @param rotation what the rotation plan keeps to
 */
public record Settings(Thresholds verdict, RotationTerms rotation) {
    /** What holds where nobody has set anything. */
    public static final Settings DEFAULT = new Settings(Thresholds.DEFAULT, RotationTerms.DEFAULT);
}
