package dev.understudy.cli;

import dev.understudy.independence.Assessment;
import dev.understudy.independence.ClassTally;
import dev.understudy.independence.Clause;
import dev.understudy.independence.Judgement;
import dev.understudy.independence.LeftOut;
import dev.understudy.independence.ServiceAssessment;
import dev.understudy.independence.Thresholds;
import dev.understudy.independence.TrendPoint;
import dev.understudy.independence.Verdict;
import dev.understudy.roster.Roster;
import dev.understudy.wording.Words;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** The independence check on a terminal. */
final class CheckText {
    private final Assessment assessment;
    private final Roster roster;
    private final Screen screen;

    CheckText(Assessment assessment, Roster roster, Screen screen) {
        this.assessment = assessment;
        this.roster = roster;
        this.screen = screen;
    }

    void print(PrintWriter out, boolean explain) {
        if (assessment.rehearsals()) {
            out.println("REHEARSALS ARE COUNTED, because --rehearsals asks for it: this is no evidence about people.");
        }
        LeftOut leftOut = assessment.leftOut();
        if (leftOut != null) {
            out.println("NOT ALL EVIDENCE, because --since asks for it: " + leftOut.words() + ".");
        }
        List<String> departures = assessment.thresholds().departures();
        if (!departures.isEmpty()) {
            out.println("BY NUMBERS OF THE TEAM'S OWN, because its settings say so: " + String.join(", ", departures)
                    + ".");
        }
        out.println("Independence check of roster " + roster.name() + " as of " + assessment.moment() + ", rule "
                + assessment.rule());
        out.println();
        table(out);
        out.println();
        out.println(sum());
        if (!assessment.strangers().isEmpty()) {
            out.println(
                    "drilled, but not in the roster and so not judged: " + String.join(", ", assessment.strangers()));
        }
        if (explain) {
            assessment.services().forEach(service -> service.judgements().forEach(j -> proof(j, out)));
            assessment.services().forEach(service -> service.together().forEach(j -> proof(j, out)));
        } else {
            out.println(
                    "'understudy check --explain' shows how each verdict follows; 'understudy playbook DIR' draws it.");
        }
    }

    private void table(PrintWriter out) {
        TextTable table = new TextTable(
                "SERVICE",
                "WITHOUT",
                "VERDICT",
                "PASSED",
                "P(p>=" + Words.figure(limits().success()) + ")",
                "90 % INTERVAL",
                "MISSING");
        for (ServiceAssessment service : assessment.services()) {
            service.deciding()
                    .forEach(j -> table.add(
                            j.service(),
                            j.who() + (j.excluded().size() > 1 ? " together" : ""),
                            j.verdict().word(),
                            j.sum().passes() + " of " + j.sum().drills(),
                            j.sum().drills() == 0 ? "-" : Words.figure(j.sum().atLeast()),
                            j.sum().drills() == 0
                                    ? "-"
                                    : Words.figure(j.sum().low()) + " to "
                                            + Words.figure(j.sum().high()),
                            j.missing().isEmpty() ? "-" : j.lacks()));
            if (service.judgements().isEmpty()) {
                table.add(service.service(), "-", service.verdict().word(), "-", "-", "-", service.because());
            }
        }
        table.print(out);
        assessment.services().stream()
                .filter(service -> !service.withheldWords().isEmpty())
                .forEach(service -> out.println(service.service() + ": " + service.withheldWords()));
    }

    private String sum() {
        if (assessment.independent()) {
            return screen.in(Screen.Colour.GREEN, "INDEPENDENT") + ": every service asked about.";
        }
        List<String> not = assessment.services().stream()
                .filter(s -> s.verdict() != Verdict.INDEPENDENT)
                .map(s -> s.service() + " (" + s.verdict().word() + ")")
                .toList();
        return screen.in(Screen.Colour.RED, "NOT INDEPENDENT") + ": "
                + (not.isEmpty() ? "the roster has no service to ask about" : String.join(", ", not)) + ".";
    }

    private void proof(Judgement j, PrintWriter out) {
        out.println();
        out.println(j.service() + " without " + j.who());
        out.println("  evidence, oldest first:");
        if (j.trend().isEmpty()) {
            out.println("    none");
        }
        j.trend().forEach(point -> out.println("    " + drill(point)));
        out.println("  not counted: " + j.counting().aborted() + " aborted, "
                + j.counting().invalid() + " invalid, "
                + j.counting().rehearsals() + " rehearsals, " + j.counting().withheld() + " no evidence, "
                + j.counting().withheldFails().size() + " failed and withheld, "
                + j.counting().tooOld() + " too old, " + j.counting().setAside().size()
                + " failed without others too");
        if (!j.counting().withheldFails().isEmpty()) {
            out.println("  " + j.counting().withheldWords());
        }
        conditions(j, Verdict.INDEPENDENT, out);
        conditions(j, Verdict.DEPENDENT, out);
        if (j.sum().failuresLeft() != null) {
            out.println("  without a fail so far: its chance may still be "
                    + Words.figure(j.sum().failuresLeft()) + " (95 % sure)");
        }
        j.classes().forEach(c -> out.println("  " + incidentClass(c)));
        j.accepted()
                .forEach(s -> out.println("  accepted as a true specialty by " + s.acceptedBy() + " until " + s.until()
                        + ": " + s.reason() + " (it changes no verdict)"));
        j.expired().forEach(s -> out.println("  no longer accepted: the specialty ended on " + s.until()));
        out.println("  hence " + j.verdict().word().toUpperCase(Locale.ROOT) + ": " + j.because());
        if (!j.missing().isEmpty()) {
            out.println("  missing: " + j.lacks());
        }
    }

    private static String drill(TrendPoint p) {
        return p.at() + "  " + p.drill() + "  " + p.incidentClass() + "  "
                + p.outcome().word() + (p.counted() ? "" : " (not counted: " + p.reason() + ")") + "  then "
                + p.verdict().word() + ", P " + Words.figure(p.atLeast());
    }

    private void conditions(Judgement j, Verdict of, PrintWriter out) {
        List<Clause> clauses = j.proof().stream().filter(c -> c.of() == of).toList();
        if (!clauses.isEmpty()) {
            out.println("  " + of.word() + " asks:");
            clauses.forEach(c -> out.println("    " + mark(c) + " " + c.asks() + ": " + c.found()));
        }
    }

    private String mark(Clause clause) {
        return clause.holds() ? screen.in(Screen.Colour.GREEN, "[x]") : "[ ]";
    }

    private static String incidentClass(ClassTally c) {
        return "class " + c.incidentClass() + (c.required() ? " (required)" : "") + ": "
                + (c.drilled() ? c.verdict().word() : "never drilled") + ", "
                + (c.incidents() == 0 ? "" : Words.count(c.incidents(), "incident") + ", ")
                + c.estimate().passes() + " of " + c.estimate().drills() + ", "
                + (c.latestPass() == null
                        ? "never passed"
                        : "passed last on " + c.latestPass() + (c.fresh() ? "" : ", stale"));
    }

    private Thresholds limits() {
        return assessment.thresholds();
    }
}
