package dev.understudy.independence;

import dev.understudy.wording.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Adds the judgements of one service up. A group that was excluded together decides too, once a fail of it counted: such a
 * fail counts for none of its members alone, and would else be left out of every verdict. A group with passes only adds
 * nothing, since they count for its members.
 */
final class Summary {
    private Summary() {}

    /** Independent if every judgement is and no group speaks against it, dependent if one is, else insufficient. */
    static Verdict verdict(List<Judgement> judgements, List<Judgement> together) {
        List<Judgement> all = deciding(judgements, together);
        if (all.stream().anyMatch(j -> j.verdict() == Verdict.DEPENDENT)) {
            return Verdict.DEPENDENT;
        }
        return !judgements.isEmpty() && all.stream().allMatch(j -> j.verdict() == Verdict.INDEPENDENT)
                ? Verdict.INDEPENDENT
                : Verdict.INSUFFICIENT;
    }

    /** Returns the judgements that the verdict of a service follows from: of each responder, then of such groups. */
    static List<Judgement> deciding(List<Judgement> judgements, List<Judgement> together) {
        return Stream.concat(judgements.stream(), together.stream().filter(Judgement::failed))
                .toList();
    }

    static String sentence(String service, long drilled, List<Judgement> judgements, List<Judgement> together) {
        if (drilled == 0) {
            return service + " was never drilled" + (judgements.isEmpty() ? "." : " without " + of(judgements) + ".");
        }
        if (judgements.isEmpty()) {
            return "No drill of " + service + " excluded anybody asked about.";
        }
        Verdict verdict = verdict(judgements, together);
        List<Judgement> those = deciding(judgements, together).stream()
                .filter(j -> j.verdict() == verdict)
                .toList();
        return switch (verdict) {
            case INDEPENDENT -> service + " works " + byClasses(those) + ".";
            case DEPENDENT -> service + " does not work without " + of(those) + " yet.";
            case INSUFFICIENT -> "Nobody can tell yet whether " + service + " works without " + of(those) + ".";
        };
    }

    /** Returns {@code without ana and bo in bad-deploy; without cy in cache-loss}: it was shown for no other class. */
    private static String byClasses(List<Judgement> independent) {
        Map<String, List<Judgement>> byClasses = independent.stream()
                .collect(Collectors.groupingBy(
                        j -> Words.listed(j.passedClasses()), LinkedHashMap::new, Collectors.toList()));
        List<String> parts = byClasses.entrySet().stream()
                .map(e -> "without " + of(e.getValue()) + " in " + e.getKey())
                .toList();
        return String.join("; ", parts);
    }

    /** Returns {@code ana and bo, or cy and di together}. */
    private static String of(List<Judgement> judgements) {
        List<String> single = judgements.stream()
                .filter(j -> j.excluded().size() == 1)
                .map(Judgement::who)
                .toList();
        Stream<String> groups =
                judgements.stream().filter(j -> j.excluded().size() > 1).map(j -> j.who() + " together");
        return Stream.concat(single.isEmpty() ? Stream.empty() : Stream.of(Words.listed(single)), groups)
                .collect(Collectors.joining(", or "));
    }
}
