package dev.understudy.fault.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.cluster.Change;
import dev.understudy.cluster.UndoResult;
import dev.understudy.cluster.Undone;
import dev.understudy.cluster.WorkloadKind;
import dev.understudy.fault.EnvFault;
import dev.understudy.fault.FaultType;
import dev.understudy.fault.Target;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvContractTest extends TemplateContract<EnvFault.Spec> {
    @Override
    FaultType<EnvFault.Spec> fault() {
        return new EnvFault();
    }

    @Override
    EnvFault.Spec spec() {
        return new EnvFault.Spec(null, "BANK", "http://nowhere.invalid", false);
    }

    @Override
    String container() {
        return """
            env:
            - {name: HOST, value: bank}
            - {name: BANK, value: "http://$(HOST)"}
            - {name: POD, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
            - {name: URL, value: "$(BANK)/pay"}
            """;
    }

    @Override
    void assertEffect() {
        assertThat(ofPods("spec.containers[name=app].env[name=BANK].value")).contains("http://nowhere.invalid");
    }

    @ParameterizedTest
    @CsvSource({"HOST,", "POD,", "URL,", "POD,x", "NEW,y"})
    void whatever_the_variable_was_it_stands_again_where_it_stood(String name, String value) {
        Target target = start(WorkloadKind.DEPLOYMENT, 1);
        Object before = template(target);

        List<Change> made = inject(fault(), new EnvFault.Spec("app", name, value, false), target);
        Object during = template(target);
        List<Undone> undone = undo(made);

        assertThat(during).isNotEqualTo(before);
        assertThat(undone).extracting(Undone::result).containsExactly(UndoResult.UNDONE);
        assertThat(template(target)).isEqualTo(before);
        assertThat(revisions(target)).hasSize(1);
    }

    @Test
    void a_value_that_a_responder_set_meanwhile_stays() {
        Target target = start(WorkloadKind.DEPLOYMENT, 1);
        List<Change> made = inject(fault(), spec(), target);
        set(target, "env", List.of(Map.of("name", "BANK", "value", "http://other")));

        List<Undone> undone = undo(made);

        assertThat(undone).extracting(Undone::result).containsExactly(UndoResult.DIVERGED);
        assertThat(field(
                        target.object().type(),
                        "cache",
                        "spec.template.spec.containers[name=app].env[name=BANK].value"))
                .isEqualTo("http://other");
    }
}
