package dev.understudy.scenario.language;

import dev.understudy.scenario.form.Field;
import dev.understudy.scenario.form.Form;
import dev.understudy.scenario.form.LabelsForm;
import dev.understudy.scenario.form.ObjectForm;
import dev.understudy.scenario.form.Texts;
import java.util.Map;

/**
 * What every kind of file says about itself.
 *
 * @param name unique among files of its kind
 * @param labels free labels
 */
public record Metadata(String name, Map<String, String> labels) {
    private static final Field<String> NAME =
            Field.required("name", Texts.dnsLabel(), "unique name: lower-case letters, digits and -, up to 63");
    private static final Field<Map<String, String>> LABELS =
            Field.orEmpty("labels", new LabelsForm("labels"), "free labels, to find and group files by");

    static final Form<Metadata> FORM =
            ObjectForm.shared("metadata", v -> new Metadata(v.get(NAME), v.get(LABELS)), NAME, LABELS);
}
