package dev.understudy.report;

import dev.understudy.drill.Drill;
import dev.understudy.drill.EndCause;
import dev.understudy.drill.Objectives.Result;
import dev.understudy.drill.Phase;
import dev.understudy.scenario.Participants.Exclusion;
import dev.understudy.scenario.Participants.HeroRole;
import dev.understudy.wording.Words;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Why a drill came out as it did, in one sentence that names services before people and blames nobody. */
final class Reasons {
    private final Drill drill;
    private final Zero zero;
    private final People people;
    private final List<Objective> objectives;

    Reasons(Drill drill, Zero zero, People people, List<Objective> objectives) {
        this.drill = drill;
        this.zero = zero;
        this.people = people;
        this.objectives = objectives;
    }

    String why() {
        if (drill.closed() == null) {
            return open();
        }
        return switch (drill.outcome()) {
            case INVALID -> "It says nothing: " + cause() + ".";
            case ABORTED -> "It was stopped before it could say anything: " + cause() + ".";
            case RESCUED ->
                Rescue.first(drill, zero, people)
                        .map(Rescue::sentence)
                        .orElse("Help came from outside the team before " + service() + " had recovered.");
            case NOT_RECOVERED -> notRecovered();
            case SELF_HEALED -> selfHealed();
            case RECOVERED ->
                service() + " was steady again " + recoverTime() + " after impact, with every objective met"
                        + without(" and ") + ".";
            case RECOVERED_LATE -> late();
        };
    }

    private String open() {
        return switch (drill.phase()) {
            case REFUSED ->
                "It did not begin and nothing was touched: "
                        + drill.refusals().stream().map(Reasons::unstopped).collect(Collectors.joining("; ")) + ".";
            case PREPARING -> "Nothing is touched yet: steady state is awaited.";
            case HELD -> "The inverses are written down; the first fault is about to be injected.";
            case RUNNING -> "It is still running: " + progress() + ".";
            case ENDING, CLOSED -> "It is over for the responders (" + cause() + ") and is being undone.";
        };
    }

    private String progress() {
        if (drill.marks().recovered() != null) {
            return "the service is steady again";
        }
        if (drill.marks().impact() == null) {
            return "the fault has had no impact yet";
        }
        return people.acknowledgedBy() == null
                ? "the service is impaired and nobody has acknowledged yet"
                : people.acknowledgedBy() + " has acknowledged and the service is still impaired";
    }

    private String notRecovered() {
        String end = drill.ending() == null
                ? "it ended"
                : switch (drill.ending().cause()) {
                    case DEADLINE ->
                        "the deadline came (" + unstopped(drill.ending().detail()) + ")";
                    case FAULTS_ENDED -> "every fault was over, by our undo or by its own time";
                    case GUARDRAIL, PERSON ->
                        "the drill was stopped after the recovery objective had passed (" + cause() + ")";
                    default -> cause();
                };
        return service() + " had not been steady again when " + end + ".";
    }

    private String selfHealed() {
        return drill.ending() != null && drill.ending().cause() == EndCause.NO_IMPACT_EXPECTED
                ? service() + " stayed steady while the fault was in place, as the scenario expects: nobody was needed."
                : service() + " was steady again " + recoverTime()
                        + " after impact, and no person or assistant changed anything: nobody was needed.";
    }

    private String late() {
        String missed = objectives.stream()
                .filter(o -> o.result() == Result.MISSED)
                .map(Reasons::miss)
                .collect(Collectors.joining(", "));
        return service() + " was steady again " + recoverTime() + " after impact" + without(", ") + ", but "
                + (missed.isEmpty() ? "an objective was missed" : missed) + ".";
    }

    private static String miss(Objective objective) {
        String verb = switch (objective.name()) {
            case "detect" -> "detection";
            case "acknowledge" -> "acknowledgement";
            default -> "recovery";
        };
        Duration took = objective.took();
        return took == null
                ? verb + " never came (objective " + Words.of(objective.limit()) + ")"
                : verb + " took " + Words.of(took) + " (objective " + Words.of(objective.limit()) + ")";
    }

    private String recoverTime() {
        Duration took = objectives.getLast().took();
        return took == null ? "some time" : Words.of(took);
    }

    /** Says whose help was not needed, where nobody was allowed to help. */
    private String without(String before) {
        return people.excluded().isEmpty() || drill.briefing().participants().hero() != HeroRole.ABSENT
                ? ""
                : before + "without help from "
                        + people.excluded().stream().map(Exclusion::responder).collect(Collectors.joining(", "));
    }

    private String cause() {
        if (drill.ending() == null) {
            return drill.phase() == Phase.ENDING ? "it ended" : "no cause is written down";
        }
        String detail = unstopped(drill.ending().detail());
        return drill.ending().cause().words() + (detail.isEmpty() ? "" : ", " + detail);
    }

    private String service() {
        return drill.briefing().subject().service();
    }

    /** Returns free text without the full stop that the sentence around it brings. */
    static String unstopped(String text) {
        return text.strip().replaceAll("[.\\s]+$", "");
    }
}
