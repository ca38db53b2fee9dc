package dev.understudy.report;

import dev.understudy.drill.Evidence;
import dev.understudy.report.markup.SafeText;
import dev.understudy.scenario.Participants.Exclusion;
import dev.understudy.wording.Words;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Parts of a report as every format for people prints them. */
public final class ReportWords {
    /** Labels the report of a real drill in a playbook that counted rehearsals; that of a rehearsal has its own label. */
    public static final String REHEARSALS_COUNTED = "REHEARSALS COUNTED";

    /** Says what that label means. */
    public static final String BESIDE_REHEARSALS = "The playbook that this page belongs to counted rehearsals, because"
            + " somebody asked for it. This drill was none, but the verdicts and plans beside it are no evidence about people.";

    private static final int LONGEST_VALUE = 120;

    private ReportWords() {}

    /** Returns {@code +8.9s}, or {@code -2s} before the first injection. */
    public static String offset(Duration offset) {
        return offset.isNegative() ? Words.of(offset) : "+" + Words.of(offset);
    }

    /** Returns how an objective fared. */
    public static String result(Objective objective) {
        return switch (objective.result()) {
            case null -> "not judged";
            case MET -> "met";
            case MISSED -> "missed";
        };
    }

    /** Returns how long an objective's clock ran, and how far off that may be. */
    public static String took(Objective objective) {
        Duration took = objective.took();
        if (took != null) {
            return Words.of(took) + margin(objective);
        }
        Duration waited = objective.waited();
        return waited == null ? "never started" : "not stopped after " + Words.of(waited);
    }

    /** Returns when a clock stopped. */
    public static String clock(Clocks.@Nullable Clock clock) {
        return clock == null ? "-" : offset(clock.at());
    }

    /** Returns what a drill counts for, as a label. */
    public static String evidence(Evidence.Worth worth) {
        return switch (worth) {
            case DRILL -> "Evidence";
            case REHEARSAL -> "REHEARSAL, no evidence";
            case NONE -> "No evidence";
        };
    }

    /** Returns who was taken out, why, and who stood in. */
    public static String excluded(Exclusion exclusion) {
        String substitute = exclusion.substitute();
        return "Excluded: " + exclusion.responder() + " (" + exclusion.reason() + ")"
                + (substitute == null ? "" : ", substitute: " + substitute);
    }

    /** Returns what an excluded responder did all the same. */
    public static String breach(People.Breach breach) {
        return offset(breach.at()) + " " + breach.responder() + " "
                + breach.kind().word()
                + (breach.detail().isEmpty() ? "" : " (" + breach.detail() + ")")
                + (breach.allowed() ? ", as this drill allows" : "");
    }

    /** Returns a call for help from outside. */
    public static String glass(People.Glass glass) {
        return offset(glass.at()) + " " + glass.responder() + " broke the glass"
                + (glass.realEmergency() ? " for a real emergency" : "") + " (" + glass.reason() + ")";
    }

    /** Returns a hint that was given. */
    public static String hint(People.Hint hint) {
        return offset(hint.at()) + " hint of level " + hint.level() + ": " + hint.text();
    }

    /** Returns a value of a field, cut where it would fill the page. */
    public static String value(String value) {
        return SafeText.shortened(value, LONGEST_VALUE);
    }

    private static String margin(Objective objective) {
        boolean exact = objective.less().isZero() && objective.more().isZero();
        return exact ? "" : " (-" + Words.of(objective.less()) + ", +" + Words.of(objective.more()) + ")";
    }
}
