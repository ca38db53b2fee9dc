package dev.understudy.fault.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.UndoResult;
import dev.understudy.cluster.Undone;
import dev.understudy.cluster.WorkloadKind;
import dev.understudy.fault.FaultType;
import dev.understudy.fault.ImageFault;
import dev.understudy.fault.ReadinessFault;
import dev.understudy.fault.Target;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class ImageContractTest extends TemplateContract<ImageFault.Spec> {
    private static final String BAD = "registry.k8s.io/pause:does-not-exist";
    private static final String IMAGE = "spec.template.spec.containers[name=app].image";

    @Override
    FaultType<ImageFault.Spec> fault() {
        return new ImageFault();
    }

    @Override
    ImageFault.Spec spec() {
        return new ImageFault.Spec(null, BAD, false);
    }

    @Override
    void assertEffect() {
        assertThat(waiting()).containsAnyOf("ErrImagePull", "ImagePullBackOff");
    }

    @Test
    void an_image_that_a_responder_chose_meanwhile_stays() {
        Target target = start(WorkloadKind.DEPLOYMENT, 1);
        List<Change> made = inject(fault(), spec(), target);
        set(target, "image", "pause:3.9");

        List<Undone> undone = undo(made);

        assertThat(undone).extracting(Undone::result).containsOnly(UndoResult.DIVERGED);
        assertThat(field(target.object().type(), "cache", IMAGE)).isEqualTo("pause:3.9");
    }

    @Test
    void two_faults_of_one_template_leave_no_revision_behind() {
        Target target = start(WorkloadKind.DEPLOYMENT, 1);
        Change image = planned(fault(), spec(), target).getFirst();
        Change probe = planned(new ReadinessFault(), new ReadinessFault.Spec(null, false), target)
                .getFirst();
        changes.apply(image, MANAGER);
        eventually(() -> assertThat(revisions(target)).hasSize(2));
        changes.apply(probe, MANAGER);
        eventually(() -> assertThat(revisions(target)).hasSize(3));

        List<Undone> undone = undo(List.of(image, probe));

        assertThat(undone).extracting(Undone::result).containsOnly(UndoResult.UNDONE);
        assertThat(revisions(target)).hasSize(1);
    }

    @Test
    void all_at_once_leaves_no_old_pod_and_puts_the_strategy_back() {
        Assumptions.assumeTrue(contender.runsContainers());
        Target target = start(WorkloadKind.DEPLOYMENT, 3);
        Object strategy = field(target.object().type(), "cache", "spec.strategy");

        List<Change> made = inject(fault(), new ImageFault.Spec("app", BAD, true), target);
        eventually(() -> assertThat(waiting()).hasSize(3).allMatch(reason -> reason.contains("ImagePull")));
        List<Undone> undone = undo(made);

        assertThat(undone).extracting(Undone::result).containsOnly(UndoResult.UNDONE);
        assertThat(field(target.object().type(), "cache", "spec.strategy")).isEqualTo(strategy);
        settled(target, 3);
    }
}
