package dev.understudy.independence;

import java.util.List;

/** Adds the judgements of one service up. */
final class Summary {
    private Summary() {}

    /** Independent if every judgement is, dependent if one is, else insufficient; so without any. */
    static Verdict verdict(List<Judgement> judgements) {
        if (judgements.stream().anyMatch(j -> j.verdict() == Verdict.DEPENDENT)) {
            return Verdict.DEPENDENT;
        }
        return !judgements.isEmpty() && judgements.stream().allMatch(j -> j.verdict() == Verdict.INDEPENDENT)
                ? Verdict.INDEPENDENT
                : Verdict.INSUFFICIENT;
    }

    static String sentence(String service, long drilled, List<Judgement> judgements) {
        if (drilled == 0) {
            return service + " was never drilled" + (judgements.isEmpty() ? "." : " without " + of(judgements) + ".");
        }
        if (judgements.isEmpty()) {
            return "No drill of " + service + " excluded anybody asked about.";
        }
        Verdict verdict = verdict(judgements);
        String who = of(judgements.stream().filter(j -> j.verdict() == verdict).toList());
        return switch (verdict) {
            case INDEPENDENT -> service + " works without " + who + ".";
            case DEPENDENT -> service + " does not work without " + who + " yet.";
            case INSUFFICIENT -> "Nobody can tell yet whether " + service + " works without " + who + ".";
        };
    }

    private static String of(List<Judgement> judgements) {
        return Wording.listed(judgements.stream().map(Judgement::who).toList());
    }
}
