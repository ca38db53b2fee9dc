package dev.understudy.independence;

import java.util.Locale;

/** A number that pages print, and what it means. {@code docs/independence.md} has a section for each. */
public enum Measure {
    JEFFREYS(
            "Success without the excluded",
            "Where the true chance of success lies, with 90 % probability, given the passes and fails so far.",
            "p ~ Beta(k + 1/2, n - k + 1/2) for k passes of n drills; from the 5 % to the 95 % point of it,"
                    + " but from 0 when k = 0 and to 1 when k = n",
            "Brown, Cai and DasGupta, Interval Estimation for a Binomial Proportion (2001), after Jeffreys (1946)"),
    AT_LEAST(
            "Probability that the chance of success is high enough",
            "How sure one may be that the team passes at least as often as is asked for.",
            "P(p >= p0) of the same Beta(k + 1/2, n - k + 1/2); p0 is 0.7 unless the settings say otherwise",
            "Brown, Cai and DasGupta (2001), after Jeffreys (1946)"),
    NEEDED(
            "Passes still needed",
            "How many passes in a row, without a fail between, would make the numbers suffice.",
            "the smallest m with n + m >= 5 and P(p >= p0 | k + m of n + m) >= 0.95; 5, p0 = 0.7 and 0.95 unless the"
                    + " settings say otherwise",
            "follows from the verdict's rule"),
    FAILURE_BOUND(
            "Failures that nobody has seen yet",
            "After n passes and no fail, the chance of failure may still be this high (95 % confidence).",
            "1 - 0.05^(1/n)",
            "Clopper and Pearson (1934); the rule of three, 3/n, comes near it only from about 30 drills on"),
    KAPLAN_MEIER(
            "Share not yet done, by time",
            "How many drills were not yet detected, acknowledged or recovered after a time; drills that were stopped"
                    + " count for as long as they ran.",
            "S(t) = product over the times t_i <= t at which something happened of (1 - happened_i / at risk_i);"
                    + " who is censored at t_i is still at risk there; the median is the first t with S(t) <= 1/2, if any",
            "Kaplan and Meier, Nonparametric Estimation from Incomplete Observations (1958);"
                    + " variance after Greenwood (1926)"),
    RMST(
            "Mean time within the limit",
            "How long it takes on average when nobody waits longer than the scenario's time limit, or than drills were watched.",
            "area under S(t) from 0 to the limit: the mean of min(T, limit); to the last time, where that is censored and shorter",
            "Royston and Parmar, Restricted mean survival time (2013), after Irwin (1949)"),
    PERMUTATION(
            "With against without",
            "How often the drills, dealt out at random, would differ as much in favour of the hero as they did.",
            "share of all ways to split the drills into groups of these sizes whose difference of mean times within the"
                    + " limit is at least the one seen; the smallest it can be is 1 / (number of ways)",
            "Fisher, The Design of Experiments (1935); for restricted means Ditzhaus, Yu and Xu (2021)"),
    EFFECTIVE_PEOPLE(
            "Effective number of people",
            "How many people who all do equally much would be as concentrated as these are.",
            "N(N - 1) / sum of n_i(n_i - 1) for n_i of N parts taken by person i, at most the number of people, none for N < 2;"
                    + " beside it 1 / sum p_i^2 and exp(-sum p_i ln p_i) of the shares p_i",
            "Simpson, Measurement of Diversity (1949); Hill (1973); Jost (2006)"),
    TOP_SHARE(
            "Largest share",
            "In what share of the incidents one person had part, and within which bounds that is known.",
            "n_1 / M with the 90 % Wilson interval, for n_1 of the M incidents in which anybody had such a part",
            "Berger and Parker (1970); Wilson (1927)"),
    BUS_FACTOR(
            "Operational bus factor",
            "How few people have to be away until more than half of the critical services have nobody who is qualified.",
            "size of the smallest set of people that holds everybody qualified for more than half of the critical"
                    + " services; qualified is whose recovered drills, led without the excluded and weighted by"
                    + " freshness, add up to 0.5",
            "after Avelino and others, A Novel Approach for Estimating Truck Factors (2016); on drills instead of files"),
    FRESHNESS(
            "Freshness",
            "How much older evidence weighs where it is shown weighted. No verdict uses it.",
            "0.5^(days / 180); the half-life may be set",
            "a default borrowed from how other skills fade: Tatel and Ackerman (2025), Arthur and others (1998)"),
    INTERRUPTIONS(
            "Interruptions a week",
            "In how many incidents a week somebody was drawn in.",
            "median over all whole weeks from the first in which anybody was drawn in, weeks without any included; the trend"
                    + " is the median of the later half of the latest 12 of them less that of the earlier half",
            "counted from the incident history"),
    ESCALATIONS(
            "Escalations",
            "How many incidents of a service went up how many levels.",
            "incidents by number of levels; share that went up at least one",
            "counted from the incident history"),
    VERDICT_RULE(
            "Verdict",
            "Whether a service was shown to work without one responder, shown not to, or neither so far.",
            "every condition of the rule, in its order, on raw counts",
            "the rule's version stands beside each verdict");

    private final String title;
    private final String explanation;
    private final String formula;
    private final String source;

    Measure(String title, String explanation, String formula, String source) {
        this.title = title;
        this.explanation = explanation;
        this.formula = formula;
        this.source = source;
    }

    /** Returns the anchor on the page of measures: {@code at-least}. Stable. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns what it is called. */
    public String title() {
        return title;
    }

    /** Returns what it says, in one sentence. */
    public String explanation() {
        return explanation;
    }

    /** Returns how it is computed, in plain text. */
    public String formula() {
        return formula;
    }

    /** Returns who described it, and when. */
    public String source() {
        return source;
    }
}
