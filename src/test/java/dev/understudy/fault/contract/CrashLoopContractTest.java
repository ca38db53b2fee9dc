package dev.understudy.fault.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.UndoResult;
import dev.understudy.cluster.Undone;
import dev.understudy.cluster.WorkloadKind;
import dev.understudy.fault.CrashLoopFault;
import dev.understudy.fault.FaultType;
import dev.understudy.fault.Target;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrashLoopContractTest extends TemplateContract<CrashLoopFault.Spec> {
    @Override
    FaultType<CrashLoopFault.Spec> fault() {
        return new CrashLoopFault();
    }

    @Override
    CrashLoopFault.Spec spec() {
        return new CrashLoopFault.Spec(null, false);
    }

    @Override
    void assertEffect() {
        assertThat(waiting()).contains("CrashLoopBackOff");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "startupProbe: {httpGet: {path: /ok, port: 8080}, failureThreshold: 30, periodSeconds: 10}",
                "startupProbe: {tcpSocket: {port: 8080}, terminationGracePeriodSeconds: 20}",
                "livenessProbe: {tcpSocket: {port: 8080}, initialDelaySeconds: 5}"
            })
    void whatever_probe_there_was_it_crashes_until_the_undo(String probe) {
        Target target = start(WorkloadKind.DEPLOYMENT, 1, "", probe);
        Object before = template(target);

        List<Change> made = inject(fault(), spec(), target);
        if (contender.runsContainers()) {
            eventually(this::assertEffect);
        }
        List<Undone> undone = undo(made);

        assertThat(undone).extracting(Undone::result).containsExactly(UndoResult.UNDONE);
        assertThat(template(target)).isEqualTo(before);
    }

    @Test
    void a_probe_that_a_responder_wrote_stays() {
        Target target = start(WorkloadKind.DEPLOYMENT, 1);
        List<Change> made = inject(fault(), spec(), target);
        set(target, "startupProbe", Map.of("tcpSocket", Map.of("port", 8080)));

        List<Undone> undone = undo(made);

        assertThat(undone).extracting(Undone::result).containsExactly(UndoResult.DIVERGED);
        assertThat(template(target).toString()).contains("tcpSocket={port=8080}");
    }
}
