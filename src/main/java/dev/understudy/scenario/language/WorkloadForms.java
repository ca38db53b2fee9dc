package dev.understudy.scenario.language;

import dev.understudy.cluster.Workload;
import dev.understudy.cluster.WorkloadKind;
import dev.understudy.fault.Target;
import dev.understudy.scenario.form.Field;
import dev.understudy.scenario.form.Form;
import dev.understudy.scenario.form.Leaves;
import dev.understudy.scenario.form.ObjectForm;
import dev.understudy.scenario.form.Texts;

/** Workloads, and the target that is one. */
final class WorkloadForms {
    static final Field<WorkloadKind> KIND =
            Field.required("kind", Leaves.word(WorkloadKind.class, WorkloadKind::word), "kind of workload");
    static final Field<String> NAME = Field.required("name", Texts.dnsName(), "name of the workload in its namespace");

    static final Form<Workload> WORKLOAD =
            ObjectForm.shared("workload", v -> new Workload(v.get(KIND), v.get(NAME)), KIND, NAME);

    private static final Field<String> NAMESPACE = Field.required(
            "namespace", Texts.dnsLabel(), "namespace that carries the label understudy.dev/drills: allowed");
    private static final Field<Workload> AIM = Field.required("workload", WORKLOAD, "the workload that faults act on");

    static final Form<Target> TARGET = ObjectForm.of(v -> new Target(v.get(NAMESPACE), v.get(AIM)), NAMESPACE, AIM);

    private WorkloadForms() {}
}
