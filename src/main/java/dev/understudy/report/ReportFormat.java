package dev.understudy.report;

/** One way to print a report. */
public interface ReportFormat {
    /** Returns the name to ask for it by, such as {@code md}. */
    String name();

    /** Returns the name of the file it is written to, such as {@code report.md}. */
    String fileName();

    /** Returns the report in this format; the same report gives the same text. */
    String print(DrillReport report);
}
