package dev.understudy.report.artifact;

import dev.understudy.independence.Assessment;
import dev.understudy.independence.Thresholds;
import dev.understudy.playbook.Playbook;
import dev.understudy.report.page.Page;
import java.util.List;

/** The pages of a playbook. */
public final class PlaybookPages {
    private PlaybookPages() {}

    /** Returns the six artifacts, the verdicts first. */
    public static List<Page> of(Playbook playbook, Assessment assessment, Edition edition) {
        return List.of(
                IndependencePage.of(assessment, playbook.independenceCheck(), edition),
                HeroMapPage.of(playbook.heroMap(), edition),
                TransferPlanPage.of(playbook.transferPlan(), edition),
                RotationPlanPage.of(playbook.rotationPlan(), edition),
                KnowledgePackPage.of(playbook.knowledgePack(), edition),
                ImprovementPlanPage.of(playbook.improvementPlan(), edition));
    }

    /** Returns the page that explains every figure of the others. */
    public static Page measures(Edition edition, Thresholds thresholds) {
        return MeasuresPage.of(edition, thresholds);
    }
}
