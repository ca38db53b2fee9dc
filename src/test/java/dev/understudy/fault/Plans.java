package dev.understudy.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.FieldEdit;
import dev.understudy.cluster.FieldPath;
import java.util.List;

/** What a test asks of the answer of a planner. */
final class Plans {
    private Plans() {}

    static FaultPlan.Planned planned(FaultPlan plan) {
        return assertThat(plan).asInstanceOf(type(FaultPlan.Planned.class)).actual();
    }

    /** The reasons why not, one after the other. */
    static String refusal(FaultPlan plan) {
        return String.join(
                "\n",
                assertThat(plan)
                        .asInstanceOf(type(FaultPlan.Impossible.class))
                        .actual()
                        .reasons());
    }

    /** The one edit of a plan that makes one. */
    static Change.Edit edit(FaultPlan plan) {
        List<Change> changes = planned(plan).changes();
        assertThat(changes).hasSize(1);
        return (Change.Edit) changes.getFirst();
    }

    /** What the edits of a plan's one change are, in words, with paths cut to what follows the container. */
    static List<String> edits(FaultPlan plan) {
        return edit(plan).edits().stream().map(Plans::shown).toList();
    }

    private static String shown(FieldEdit edit) {
        FieldPath path = edit.path();
        String container = "spec.template.spec.containers[name=app].";
        return path.toString().replace(container, "") + ": " + edit.before() + " -> " + edit.after();
    }
}
