package dev.understudy.scenario.language;

import dev.understudy.fault.FaultType;
import dev.understudy.scenario.form.Form;
import dev.understudy.scenario.form.SchemaBook;
import java.util.List;
import java.util.Map;

/** JSON Schemas of the files (draft 2020-12), for editors and other programs: written from the forms that read them. */
public final class Schemas {
    private static final String BASE = "https://understudy.dev/schema/v1/";

    private Schemas() {}

    /**
     * Returns the schema of a kind of file as JSON: maps, lists, strings, numbers, booleans.
     *
     * @param lone the kinds that are read without any other file
     */
    public static Map<String, Object> of(FileKind kind, List<FaultType<?>> types, List<LoneFile<?>> lone) {
        return switch (kind) {
            case SCENARIO ->
                SchemaBook.write(BASE + "scenario.json", "Scenario", new ScenarioForm(types).document(), true);
            case ROSTER -> written("roster", "Roster", RosterForm.DOCUMENT);
            case DEBRIEF, SETTINGS, IMPORT_MAPPING ->
                lone.stream()
                        .filter(file -> file.kind() == kind)
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("nobody reads files of kind " + kind.word()))
                        .schema();
        };
    }

    static Map<String, Object> written(String name, String title, Form<?> form) {
        return SchemaBook.write(BASE + name + ".json", title, form, false);
    }
}
