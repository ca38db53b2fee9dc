package dev.understudy.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.FieldEdit;
import dev.understudy.cluster.FieldPath;
import dev.understudy.cluster.FieldValue;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.UndoResult;
import dev.understudy.drill.Briefing;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.EndCause;
import dev.understudy.report.html.HtmlReport;
import dev.understudy.report.json.JsonReport;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultLineTest {
    private static final Briefing BRIEFING = Briefings.real().briefing();

    @Test
    void a_fault_shows_the_result_that_asks_most_of_the_reader() {
        FaultLine fault = ended(
                List.of(pod("a"), pod("b"), pod("c")),
                UndoResult.SELF_ENDING,
                UndoResult.FAILED,
                UndoResult.SELF_ENDING);

        assertThat(fault.undo()).isEqualTo(UndoResult.FAILED);
        assertThat(fault.changes()).isEqualTo(3);
        assertThat(fault.detail()).endsWith("(of 3 changes the one to look at)");
    }

    @Test
    void changes_that_fared_alike_are_told_once() {
        FaultLine fault = ended(List.of(pod("a"), pod("b")), UndoResult.SELF_ENDING, UndoResult.SELF_ENDING);

        assertThat(fault.detail()).isEqualTo("Pod shop/a: evicted (its controller replaces it) (and 1 more like it)");
        assertThat(fault.lines()).hasSize(2);
    }

    @Test
    void every_field_of_one_edit_is_a_line_of_its_own() {
        Change edit = new Change.Edit(
                new ObjectRef(ResourceType.DEPLOYMENT, "shop", "checkout"),
                "u",
                List.of(field("spec.replicas", 3, 0), field("spec.paused", false, true)));

        FaultLine fault = ended(List.of(edit), UndoResult.UNDONE);

        assertThat(fault.lines()).extracting(ChangeLine::field).containsExactly("spec.replicas", "spec.paused");
        assertThat(fault.detail())
                .isEqualTo("spec.replicas is 3 again, spec.paused is false again, set back by Understudy");
    }

    @Test
    void no_format_shows_a_value_of_a_secret() {
        Change edit = new Change.Edit(
                new ObjectRef(ResourceType.SECRET, "shop", "db"),
                "u",
                List.of(field("data.password", "aHVudGVyMg==", "d3Jvbmc=")));
        DrillReport report = story(List.of(edit), UndoResult.UNDONE).report();

        for (ReportFormat format :
                List.of(new MarkdownReport(), new JsonReport(), new JunitReport(), new HtmlReport())) {
            String text = format.print(report);

            assertThat(text).as(format.name()).doesNotContain("aHVudGVyMg").doesNotContain("d3Jvbmc");
        }
    }

    private static FaultLine ended(List<Change> changes, UndoResult... results) {
        return story(changes, results).report().faults().getFirst();
    }

    private static DrillStory story(List<Change> changes, UndoResult... results) {
        DrillStory story = new DrillStory(BRIEFING)
                .at(-6000, new DrillEvent.Opened(BRIEFING))
                .at(-5900, new DrillEvent.FaultPlanned(DrillStory.FAULT, changes, 3, 3))
                .at(-600, new DrillEvent.SteadyStateHeld())
                .at(-300, new DrillEvent.RecordWritten(DrillStory.FAULT, DrillStory.wall(99_000)))
                .at(0, new DrillEvent.InjectionBegun(DrillStory.FAULT))
                .at(4, new DrillEvent.FaultInjected(DrillStory.FAULT, Duration.ofMillis(4)))
                .at(60_000, new DrillEvent.EndDecided(EndCause.HALT, ""));
        for (int i = 0; i < results.length; i++) {
            story.at(61_000 + i, new DrillEvent.ChangeUndone(DrillStory.FAULT, i, results[i], null, ""));
        }
        return story;
    }

    private static Change pod(String name) {
        return new Change.RemovePod(new ObjectRef(ResourceType.POD, "shop", name), "u", true);
    }

    private static FieldEdit field(String path, Object before, Object after) {
        return new FieldEdit(FieldPath.of(path), new FieldValue.Json(before), new FieldValue.Json(after));
    }
}
