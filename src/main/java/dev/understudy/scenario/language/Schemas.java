package dev.understudy.scenario.language;

import dev.understudy.fault.FaultType;
import dev.understudy.scenario.form.SchemaBook;
import java.util.List;
import java.util.Map;

/** JSON Schemas of the files (draft 2020-12), for editors and other programs: written from the forms that read them. */
public final class Schemas {
    private static final String BASE = "https://understudy.dev/schema/v1/";

    private Schemas() {}

    /** Returns the schema of a kind of file as JSON: maps, lists, strings, numbers, booleans. */
    public static Map<String, Object> of(FileKind kind, List<FaultType<?>> types) {
        return switch (kind) {
            case SCENARIO ->
                SchemaBook.write(BASE + "scenario.json", "Scenario", new ScenarioForm(types).document(), true);
            case ROSTER -> SchemaBook.write(BASE + "roster.json", "Roster", RosterForm.DOCUMENT, false);
            case IMPORT_MAPPING ->
                SchemaBook.write(BASE + "importmapping.json", "ImportMapping", MappingForm.DOCUMENT, false);
        };
    }
}
