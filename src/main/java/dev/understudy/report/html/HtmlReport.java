package dev.understudy.report.html;

import dev.understudy.report.DrillReport;
import dev.understudy.report.ReportFormat;
import dev.understudy.report.markup.SafeText;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/**
 * One HTML file: no network, no script, its style and pictures inside. The templates escape all text; what they would
 * let through but nobody could see is made visible afterwards.
 */
public final class HtmlReport implements ReportFormat {
    private final boolean besideRehearsals;

    /** Prints reports that stand alone. */
    public HtmlReport() {
        this(false);
    }

    /**
     * Prints reports of a playbook.
     *
     * @param besideRehearsals whether it counted rehearsals: then a report that is of none says so
     */
    public HtmlReport(boolean besideRehearsals) {
        this.besideRehearsals = besideRehearsals;
    }

    @Override
    public String name() {
        return "html";
    }

    @Override
    public String fileName() {
        return "report.html";
    }

    @Override
    public String print(DrillReport report) {
        StringOutput page = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html)
                .render("report/page.jte", new ReportPage(report, besideRehearsals), page);
        return SafeText.visible(page.toString());
    }
}
