package dev.understudy.cli;

import dev.understudy.app.ReportFiles;
import dev.understudy.app.Understudy;
import dev.understudy.cluster.UndoResult;
import dev.understudy.drill.Drill;
import dev.understudy.guard.Refusal;
import dev.understudy.journal.JournalException;
import dev.understudy.orchestrator.ClusterPorts;
import dev.understudy.orchestrator.LiveDrill;
import dev.understudy.report.DrillReport;
import dev.understudy.report.JunitReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The end of a run: what came of the drill, on the screen and in its reports.
 *
 * @param report folder of the reports; null for the usual place
 * @param junit another file for the JUnit report; null for none
 */
record Ending(
        Understudy understudy,
        ClusterPorts ports,
        Screen screen,
        @Nullable Path report,
        @Nullable Path junit) {
    /** Whatever happens to the telling of it, the code says what happened to the cluster. */
    int await(LiveDrill live, TimelineDisplay display) {
        Drill end;
        try {
            end = live.await();
        } catch (IllegalStateException e) {
            screen.line(e.getMessage() + ": " + e.getCause());
            screen.line("see that nothing is left with: understudy undo --drill " + live.id() + " " + ports.options());
            return ExitCodes.LEFT_BEHIND;
        } finally {
            display.close();
        }
        try {
            tell(end);
        } catch (IOException | JournalException e) {
            screen.line("the report cannot be written: " + e.getMessage() + "; 'understudy report " + live.id()
                    + "' prints it again");
        }
        return ExitCodes.of(end);
    }

    private void tell(Drill end) throws IOException {
        String id = end.briefing().drill();
        end.refusals().forEach(why -> screen.line(new Refusal(why, "").toString()));
        if (!end.refusals().isEmpty()) {
            return;
        }
        DrillReport told = ReportFiles.report(understudy.journal(), id).orElseThrow();
        VerdictBox.lines(told, end, screen).forEach(screen::line);
        end.faults().values().stream()
                .flatMap(f -> f.undone().values().stream())
                .filter(u -> u.result() == UndoResult.FAILED)
                .forEach(u -> screen.line("NOT UNDONE: " + u.detail()));
        if (end.recordKept()) {
            screen.line("the record stays in the cluster; finish with: "
                    + ports.finishing(id, end.briefing().stage().namespace()));
        }
        Path html = ReportFiles.write(told, report == null ? understudy.reports(id) : report);
        if (junit != null) {
            Files.writeString(junit, new JunitReport().print(told));
        }
        screen.line("report: " + html);
    }
}
