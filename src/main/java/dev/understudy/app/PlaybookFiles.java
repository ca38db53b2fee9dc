package dev.understudy.app;

import dev.understudy.independence.Assessment;
import dev.understudy.journal.DrillId;
import dev.understudy.journal.Journal;
import dev.understudy.playbook.Playbook;
import dev.understudy.report.DrillReport;
import dev.understudy.report.MarkdownReport;
import dev.understudy.report.ReportFormat;
import dev.understudy.report.artifact.Edition;
import dev.understudy.report.artifact.PlaybookPages;
import dev.understudy.report.html.HtmlPage;
import dev.understudy.report.html.HtmlReport;
import dev.understudy.report.json.PlaybookJson;
import dev.understudy.report.page.Block;
import dev.understudy.report.page.Page;
import dev.understudy.report.page.PageMarkdown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files of a playbook: six pages twice and as JSON, their pictures, the explanations, the reports of the drills. */
public final class PlaybookFiles {
    private static final double PICTURE_WIDTH = 860;

    private final Map<String, String> files = new LinkedHashMap<>();

    private PlaybookFiles() {}

    /**
     * Returns texts by path relative to the folder.
     *
     * @param reports by id, the reports of the drills that pages may lead to; empty for none, as in one without names
     */
    public static Map<String, String> of(
            Playbook playbook, Assessment assessment, Edition edition, Map<String, DrillReport> reports) {
        PlaybookFiles all = new PlaybookFiles();
        List<Page> pages = PlaybookPages.of(playbook, assessment, edition);
        boolean drills = !reports.isEmpty();
        for (Page page : pages) {
            all.files.put(page.name() + ".html", new HtmlPage(page, pages, "", drills).print());
            all.files.put(page.name() + ".md", new PageMarkdown("", drills).print(page));
            all.pictures(page);
        }
        Page measures = PlaybookPages.measures(edition, assessment.thresholds());
        all.files.put("explained/measures.html", new HtmlPage(measures, pages, "../", drills).print());
        all.files.put("explained/measures.md", new PageMarkdown("../", drills).print(measures));
        PlaybookJson.artifacts(playbook, edition.rehearsals(), edition.leftOut())
                .forEach((name, text) -> all.files.put(name + ".json", text));
        List<ReportFormat> formats =
                List.of(new HtmlReport(edition.rehearsals()), new MarkdownReport(edition.rehearsals()));
        reports.forEach((drill, report) -> formats.forEach(
                format -> all.files.put("drills/" + drill + "." + format.name(), format.print(report))));
        return all.files;
    }

    /** Reads the reports of drills from their journal. */
    public static Map<String, DrillReport> reports(Journal journal, List<String> drills) {
        Map<String, DrillReport> all = new LinkedHashMap<>();
        drills.stream()
                .filter(DrillId::fits)
                .forEach(id -> ReportFiles.report(journal, id).ifPresent(report -> all.put(id, report)));
        return all;
    }

    private void pictures(Page page) {
        page.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .flatMap(PlaybookFiles::inside)
                .filter(Block.Picture.class::isInstance)
                .map(Block.Picture.class::cast)
                .forEach(picture -> files.put(
                        PageMarkdown.pictureFile(page, picture),
                        HtmlPage.alone(picture.drawing().draw(picture.name(), PICTURE_WIDTH))));
    }

    private static Stream<Block> inside(Block block) {
        return block instanceof Block.More more
                ? more.blocks().stream().flatMap(PlaybookFiles::inside)
                : Stream.of(block);
    }
}
