package dev.understudy.fault.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.UndoResult;
import dev.understudy.cluster.Undone;
import dev.understudy.cluster.WorkloadKind;
import dev.understudy.fault.FaultType;
import dev.understudy.fault.ReadinessFault;
import dev.understudy.fault.Target;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadinessContractTest extends TemplateContract<ReadinessFault.Spec> {
    @Override
    FaultType<ReadinessFault.Spec> fault() {
        return new ReadinessFault();
    }

    @Override
    ReadinessFault.Spec spec() {
        return new ReadinessFault.Spec(null, false);
    }

    @Override
    void assertEffect() {
        assertThat(ofPods("status.containerStatuses[name=app].ready")).contains("false");
        assertThat(ofPods("status.phase")).containsOnly("Running");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "httpGet: {path: /ok, port: 8080}, initialDelaySeconds: 1",
                "tcpSocket: {port: 8080, host: 127.0.0.1}, periodSeconds: 1",
                "exec: {command: ['true']}, failureThreshold: 1, timeoutSeconds: 5",
                "grpc: {port: 9000}, successThreshold: 2"
            })
    void whatever_probe_there_was_it_fails_until_the_undo(String probe) {
        Target target = start(WorkloadKind.DEPLOYMENT, 1, "", "readinessProbe: {" + probe + "}");
        Object before = template(target);

        List<Change> made = inject(fault(), spec(), target);
        if (contender.runsContainers()) {
            eventually(() -> assertThat(ofPods("status.containerStatuses[name=app].ready"))
                    .contains("false"));
        }
        List<Undone> undone = undo(made);

        assertThat(undone).extracting(Undone::result).containsExactly(UndoResult.UNDONE);
        assertThat(template(target)).isEqualTo(before);
    }

    @Test
    void all_at_once_nobody_is_left_to_answer() {
        Assumptions.assumeTrue(contender.runsContainers());
        Target target = start(WorkloadKind.DEPLOYMENT, 2);

        List<Change> made = inject(fault(), new ReadinessFault.Spec("app", true), target);
        eventually(() ->
                assertThat(workload(target).number("status.readyReplicas", 0)).isZero());
        undo(made);

        settled(target, 2);
    }

    @Test
    void a_probe_that_a_responder_wrote_stays() {
        Target target = start(WorkloadKind.DEPLOYMENT, 1);
        List<Change> made = inject(fault(), spec(), target);
        set(target, "readinessProbe", Map.of("tcpSocket", Map.of("port", 8080)));

        List<Undone> undone = undo(made);

        assertThat(undone).extracting(Undone::result).containsExactly(UndoResult.DIVERGED);
        assertThat(template(target).toString()).contains("tcpSocket={port=8080}");
    }
}
