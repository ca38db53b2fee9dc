package dev.understudy.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.app.Catalog;
import dev.understudy.history.file.MappingForm;
import dev.understudy.roster.Roster;
import dev.understudy.scenario.Problem;
import dev.understudy.scenario.language.Read;
import dev.understudy.scenario.language.ScenarioFiles;
import dev.understudy.scenario.language.Source;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MappingChecksTest {
    private final ScenarioFiles files = Catalog.files();
    private final Roster roster =
            ((Read.Good<Roster>) files.roster(Source.file(Path.of("scenarios/history/roster.yaml")))).value();

    @Test
    void what_a_mapping_maps_to_must_be_in_the_roster() {
        assertThat(check("""
                  services: {Checkout: chekout}
                  classes: {a/b: cache-lost}
                  people: {"A. Sousa": anna}
                """))
                .containsExactly(
                        "m.yaml:5:24: no service is called 'chekout' (did you mean 'checkout'?)",
                        "m.yaml:6:18: no incident class is called 'cache-lost' (did you mean 'cache-loss'?)",
                        "m.yaml:7:24: no responder is called 'anna' (did you mean 'ana'?)");
    }

    @Test
    void nobody_becomes_somebody_else() {
        assertThat(check("  people: {bo: ana}\n"))
                .containsExactly(
                        "m.yaml:5:16: 'bo' is 'bo' in the roster, and cannot be 'ana' too (correct the one or the other)");
    }

    @Test
    void an_alias_that_the_roster_has_too_is_no_mistake() {
        assertThat(check("  people: {U01: ana}\n")).isEmpty();
    }

    private List<String> check(String spec) {
        String text = "apiVersion: understudy.dev/v1\nkind: ImportMapping\nmetadata: {name: m}\nspec:\n" + spec;
        Read.Good<ImportMapping> mapping =
                (Read.Good<ImportMapping>) MappingForm.FILE.read(Source.text("m.yaml", text));
        return MappingChecks.check(mapping.value(), roster, mapping.places()).stream()
                .map(Problem::toString)
                .toList();
    }
}
