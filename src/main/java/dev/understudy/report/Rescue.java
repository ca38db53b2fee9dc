package dev.understudy.report;

import dev.understudy.drill.Drill;
import dev.understudy.drill.Mark;
import dev.understudy.drill.Outcome;
import dev.understudy.exclusion.BreachKind;
import dev.understudy.wording.Words;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Help that came from outside the team before recovery.
 *
 * @param at from the first injection
 * @param sentence who was called, advised or acted, when, and why that decides the outcome
 */
record Rescue(Duration at, String sentence) {
    /** Returns the earliest. */
    static Optional<Rescue> first(Drill drill, Zero zero, People people) {
        Mark recovered = drill.marks().recovered();
        Optional<Duration> until = Optional.ofNullable(recovered).map(mark -> zero.since(mark.at()));
        String service = drill.briefing().subject().service();
        return Stream.of(breaches(people, service), glass(people, service), hints(people))
                .flatMap(List::stream)
                .filter(rescue -> until.isEmpty() || rescue.at.compareTo(until.get()) <= 0)
                .min(Comparator.comparing(Rescue::at));
    }

    private static List<Rescue> breaches(People people, String service) {
        return people.breaches().stream()
                .filter(b -> b.kind() != BreachKind.LOOKED && !b.allowed())
                .map(b -> new Rescue(
                        b.at(),
                        b.responder() + ", who was excluded, " + b.kind().word() + " " + when(b.at()) + " ("
                                + Reasons.unstopped(b.detail()) + "), before recovery, so this does not show that "
                                + service + " can do without " + b.responder() + "."))
                .toList();
    }

    private static List<Rescue> glass(People people, String service) {
        return people.glass().stream()
                .filter(g -> !g.realEmergency())
                .map(g -> new Rescue(
                        g.at(),
                        g.responder() + " broke the glass and called for help " + when(g.at()) + " ("
                                + Reasons.unstopped(g.reason()) + "), before recovery, so the team did not bring "
                                + service + " back alone."))
                .toList();
    }

    private static List<Rescue> hints(People people) {
        return people.hints().stream()
                .filter(h -> h.level() >= Outcome.RESCUING_HINT)
                .map(h -> new Rescue(
                        h.at(),
                        "The facilitator gave the hint of level " + h.level() + " " + when(h.at()) + " ("
                                + Reasons.unstopped(h.text()) + "), before recovery, and from level "
                                + Outcome.RESCUING_HINT + " up a hint tells the team what to do."))
                .toList();
    }

    private static String when(Duration at) {
        return at.isNegative()
                ? Words.of(at.negated()) + " before the first injection"
                : Words.of(at) + " after the first injection";
    }
}
