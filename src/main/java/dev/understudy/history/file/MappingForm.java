package dev.understudy.history.file;

import dev.understudy.history.Column;
import dev.understudy.history.ImportMapping;
import dev.understudy.scenario.form.Field;
import dev.understudy.scenario.form.Form;
import dev.understudy.scenario.form.LabelsForm;
import dev.understudy.scenario.form.Leaves;
import dev.understudy.scenario.form.ListForm;
import dev.understudy.scenario.form.ObjectForm;
import dev.understudy.scenario.form.Part;
import dev.understudy.scenario.form.Texts;
import dev.understudy.scenario.form.Times;
import dev.understudy.scenario.form.Values;
import dev.understudy.scenario.language.Document;
import dev.understudy.scenario.language.FileKind;
import dev.understudy.scenario.language.LoneFile;
import dev.understudy.scenario.language.Metadata;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A file that says how the incidents of some other system are to be read. */
public final class MappingForm {
    private enum Separator {
        COMMA(','),
        SEMICOLON(';'),
        TAB('\t'),
        BAR('|');

        private final char character;

        Separator(char character) {
            this.character = character;
        }
    }

    private static final List<Field<@Nullable String>> NAMES =
            Arrays.stream(Column.values()).map(MappingForm::name).toList();
    private static final Form<Map<Column, String>> NAMED =
            ObjectForm.of(MappingForm::names, NAMES.toArray(Part<?>[]::new));

    private static final Field<Map<Column, String>> COLUMNS =
            Field.orEmpty("columns", NAMED, "what the file calls each column; one that is not here has its own name");
    private static final Field<Separator> SEPARATOR = Field.byDefault(
            "separator", Leaves.word(Separator.class), "comma", "what stands between two cells of a CSV file");
    private static final Field<@Nullable ZoneId> ZONE = Field.optional(
            "timeZone", Times.zone(), "whose clocks are meant by times that name no zone; without it they are refused");
    private static final Field<List<String>> PATTERNS = Field.orEmpty(
            "patterns",
            ListForm.of(Times.pattern()),
            "how times are written, such as dd/MM/yyyy HH:mm; ISO 8601 is always read");
    private static final Field<List<String>> MISSING = Field.orEmpty(
            "missing", ListForm.of(Texts.any()), "what stands where nothing is known, beside an empty cell");
    private static final Field<Map<String, String>> SERVICES =
            Field.orEmpty("services", new LabelsForm("names"), "the file's name of a service: the roster's");
    private static final Field<Map<String, String>> CLASSES =
            Field.orEmpty("classes", new LabelsForm("names"), "the file's name of an incident class: the roster's");
    private static final Field<Map<String, String>> PEOPLE = Field.orEmpty(
            "people", new LabelsForm("names"), "a name or address in the file: name of the responder in the roster");
    private static final Field<List<String>> ADMINISTRATIVE = Field.orEmpty(
            "administrative",
            ListForm.of(Texts.text()),
            "responders, or names in the file, that close what others have resolved: that part of theirs is dropped");

    private static final Form<Function<Metadata, ImportMapping>> SPEC = ObjectForm.of(
            v -> metadata -> new ImportMapping(
                    metadata.name(),
                    v.get(COLUMNS),
                    v.get(SEPARATOR).character,
                    v.get(ZONE),
                    v.get(PATTERNS),
                    Set.copyOf(v.get(MISSING)),
                    v.get(SERVICES),
                    v.get(CLASSES),
                    v.get(PEOPLE),
                    Set.copyOf(v.get(ADMINISTRATIVE))),
            COLUMNS,
            SEPARATOR,
            ZONE,
            PATTERNS,
            MISSING,
            SERVICES,
            CLASSES,
            PEOPLE,
            ADMINISTRATIVE);

    /** Such a file, read by itself. */
    public static final LoneFile<ImportMapping> FILE = new LoneFile<>(
            FileKind.IMPORT_MAPPING, Document.of(FileKind.IMPORT_MAPPING.word(), SPEC), (_, _) -> List.of());

    private MappingForm() {}

    private static Field<@Nullable String> name(Column column) {
        return Field.optional(column.word(), Texts.text(), "name of the column that says " + column.says());
    }

    private static Map<Column, String> names(Values values) {
        Map<Column, String> names = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            String name = values.get(NAMES.get(column.ordinal()));
            if (name != null) {
                names.put(column, name);
            }
        }
        return names;
    }
}
