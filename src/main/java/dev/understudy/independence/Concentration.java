package dev.understudy.independence;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * On how few people one kind of evidence rests.
 *
 * @param shares by name
 * @param total how often in all; at least 1
 * @param effective effective number of people; null when there is only one occurrence
 * @param simple 1 over the sum of squared shares
 * @param entropic exponential of the entropy of the shares
 * @param top who has the most; the first by name where several have
 * @param topShare that responder's share
 * @param topInterval 90 % Wilson interval of that share
 */
public record Concentration(
        Contribution kind,
        List<Share> shares,
        long total,
        @Nullable Double effective,
        double simple,
        double entropic,
        String top,
        double topShare,
        Interval topInterval,
        Flag flag) {
    public Concentration {
        shares = List.copyOf(shares);
    }

    /** Returns how many people there are. */
    public int people() {
        return shares.size();
    }

    /** How often one responder. */
    public record Share(String responder, long count) {}

    /** What to make of it. */
    public enum Flag {
        /** Too few to say. */
        GREY,
        /** More than half rests on one responder, beyond doubt. */
        RED,
        /** Fewer than two effective people. */
        AMBER,
        /** Neither. */
        NONE;

        /** Returns the word of pages and reports: {@code red}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
