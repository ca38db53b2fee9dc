package dev.understudy.app;

import dev.understudy.drill.Entry;
import dev.understudy.journal.DrillSummary;
import dev.understudy.journal.Journal;
import dev.understudy.report.DrillReport;
import dev.understudy.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes the reports of a drill into a folder, every format of the catalogue. */
public final class ReportFiles {
    private ReportFiles() {}

    /** Returns the report of a drill as the journal tells it; empty when there is no such drill. */
    public static Optional<DrillReport> report(Journal journal, String drill) {
        List<Entry> entries = journal.read(drill);
        String head = journal.drills().stream()
                .filter(s -> s.drill().equals(drill))
                .map(DrillSummary::head)
                .findFirst()
                .orElse("");
        return entries.isEmpty() ? Optional.empty() : Optional.of(DrillReport.of(entries, head));
    }

    /**
     * Writes every format; the folder is made when it is not there.
     *
     * @return the HTML report
     */
    public static Path write(DrillReport report, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (ReportFormat format : Catalog.reports()) {
            Files.writeString(folder.resolve(format.fileName()), format.print(report));
        }
        return folder.resolve("report.html");
    }
}
