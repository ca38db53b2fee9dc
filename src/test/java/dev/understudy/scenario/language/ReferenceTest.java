package dev.understudy.scenario.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.understudy.app.Catalog;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The tables of the reference. Rewrite them with {@code ./mvnw -q test -Dtest=ReferenceTest -Dunderstudy.write=true}. */
class ReferenceTest {
    private static final Path REFERENCE = Path.of("docs/reference/scenario.md");
    private static final String BEGIN = "<!-- fields: written by ReferenceTest -->\n";

    @Test
    void the_reference_lists_every_field_of_the_language() throws Exception {
        String text = Files.readString(REFERENCE);
        String head = text.substring(0, text.indexOf(BEGIN) + BEGIN.length());
        String written = head + tables();
        if (Boolean.getBoolean("understudy.write")) {
            Files.writeString(REFERENCE, written);
        }

        assertThat(REFERENCE).as("stale: rewrite with -Dunderstudy.write=true").hasContent(written);
    }

    private static String tables() {
        StringBuilder tables = new StringBuilder();
        for (FileKind kind : FileKind.values()) {
            tables.append("\n## Fields of a ").append(kind.word()).append("\n\n");
            tables.append(
                    FieldTables.of(new JsonMapper().valueToTree(Schemas.of(kind, Catalog.FAULTS, Catalog.LONE_FILES))));
        }
        return tables.toString().stripTrailing() + "\n";
    }
}
