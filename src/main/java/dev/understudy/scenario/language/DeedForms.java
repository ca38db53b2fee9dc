package dev.understudy.scenario.language;

import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.Workload;
import dev.understudy.scenario.Deed;
import dev.understudy.scenario.form.Choice;
import dev.understudy.scenario.form.Choice.Option;
import dev.understudy.scenario.form.Field;
import dev.understudy.scenario.form.Form;
import dev.understudy.scenario.form.FreeForm;
import dev.understudy.scenario.form.Leaves;
import dev.understudy.scenario.form.MappedForm;
import dev.understudy.scenario.form.ObjectForm;
import dev.understudy.scenario.form.Texts;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What scripted responders do in the cluster: one named key for each deed. */
final class DeedForms {
    private static final Field<Workload> WORKLOAD =
            Field.required("workload", WorkloadForms.WORKLOAD, "a workload of the target namespace");
    private static final Field<Integer> REPLICAS =
            Field.required("replicas", Leaves.whole(0, Integer.MAX_VALUE), "number of pods, 0 or more");
    private static final Field<ResourceType> KIND =
            Field.required("kind", Leaves.oneOf(ResourceType.KNOWN, ResourceType::kind), "kind of object");
    private static final Field<String> NAME = Field.required("name", Texts.text(), "name of the object");
    private static final Field<Map<String, Object>> MERGE =
            Field.required("merge", new FreeForm(), "fields as a JSON merge patch; one that is nothing (~) is removed");
    private static final Field<Map<String, Object>> OBJECT =
            Field.required("object", new FreeForm(), "the whole object; namespace, kind and version may be left out");

    private static final Form<Deed> SCALE =
            deed(ObjectForm.of(v -> new Deed.Scale(v.get(WORKLOAD), v.get(REPLICAS)), WORKLOAD, REPLICAS));
    private static final Form<Deed> ROLLBACK = deed(ObjectForm.of(v -> new Deed.Rollback(v.get(WORKLOAD)), WORKLOAD));
    private static final Form<Deed> RESTART = deed(ObjectForm.of(v -> new Deed.Restart(v.get(WORKLOAD)), WORKLOAD));
    private static final Form<Deed> PATCH =
            deed(ObjectForm.of(v -> new Deed.Patch(v.get(KIND), v.get(NAME), v.get(MERGE)), KIND, NAME, MERGE));
    private static final Choice<Deed.Which> WHICH = new Choice<>(
            List.of(
                    new Option<>("name", which(Deed.Which.Named::new), "name of the object"),
                    new Option<>(
                            "label",
                            which(Deed.Which.Labelled::new),
                            "or all objects that carry a label of this key, as kubectl delete -l does")),
            new Deed.Which.Named(""));
    private static final Form<Deed> DELETE =
            deed(ObjectForm.of(v -> new Deed.Delete(v.get(KIND), v.get(WHICH)), KIND, WHICH));
    private static final Form<Deed> CREATE =
            deed(ObjectForm.of(v -> new Deed.Create(v.get(KIND), v.get(OBJECT)), KIND, OBJECT));

    private static final Choice<Deed> DEED = new Choice<>(
            List.of(
                    new Option<>("scale", SCALE, "scales a workload, as kubectl scale does"),
                    new Option<>(
                            "rollback", ROLLBACK, "goes back to the revision before, as kubectl rollout undo does"),
                    new Option<>("restart", RESTART, "restarts a workload, as kubectl rollout restart does"),
                    new Option<>("patch", PATCH, "changes fields of an object, as kubectl patch --type=merge does"),
                    new Option<>("delete", DELETE, "deletes an object, as kubectl delete does"),
                    new Option<>("create", CREATE, "creates an object, as kubectl create does")),
            SCALE.blank());

    /** Exactly one deed. */
    static final Form<Deed> RUNS = ObjectForm.of(v -> v.get(DEED), DEED);

    private DeedForms() {}

    private static Form<Deed.Which> which(Function<String, Deed.Which> made) {
        return MappedForm.of(Texts.text(), made);
    }

    private static Form<Deed> deed(Form<? extends Deed> form) {
        return MappedForm.of(form, deed -> deed);
    }
}
