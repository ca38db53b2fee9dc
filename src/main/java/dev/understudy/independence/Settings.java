package dev.understudy.independence;

/**
 * What a team has set about being judged.
 *
 * @param verdict the numbers of the rule
 */
public record Settings(Thresholds verdict) {
    /** What holds where nobody has set anything. */
    public static final Settings DEFAULT = new Settings(Thresholds.DEFAULT);
}
