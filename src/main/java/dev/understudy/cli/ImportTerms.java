package dev.understudy.cli;

import dev.understudy.app.Catalog;
import dev.understudy.history.ImportMapping;
import dev.understudy.history.MappingChecks;
import dev.understudy.history.file.MappingForm;
import dev.understudy.roster.Roster;
import dev.understudy.scenario.Problem;
import dev.understudy.scenario.language.Read;
import dev.understudy.scenario.language.ScenarioFiles;
import dev.understudy.scenario.language.Source;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who and what the names in an imported file stand for. */
record ImportTerms(Roster roster, ImportMapping mapping) {
    /**
     * Reads roster and mapping, or prints every problem of both.
     *
     * @param mapping null for a file that needs none
     */
    static Optional<ImportTerms> read(Path roster, @Nullable Path mapping, PrintWriter problems) {
        ScenarioFiles files = Catalog.files();
        Read<Roster> people = files.roster(Source.file(roster));
        Optional<Read<ImportMapping>> names =
                Optional.ofNullable(mapping).map(Source::file).map(MappingForm.FILE::read);
        print(people, problems);
        names.ifPresent(read -> print(read, problems));
        if (!(people instanceof Read.Good<Roster> known)) {
            return Optional.empty();
        }
        return switch (names.orElse(null)) {
            case null -> Optional.of(new ImportTerms(known.value(), ImportMapping.NONE));
            case Read.Bad<ImportMapping> _ -> Optional.empty();
            case Read.Good<ImportMapping> good -> together(known.value(), good, problems);
        };
    }

    private static Optional<ImportTerms> together(
            Roster roster, Read.Good<ImportMapping> mapping, PrintWriter problems) {
        List<Problem> found = MappingChecks.check(mapping.value(), roster, mapping.places());
        found.forEach(problems::println);
        return found.isEmpty() ? Optional.of(new ImportTerms(roster, mapping.value())) : Optional.empty();
    }

    private static void print(Read<?> read, PrintWriter problems) {
        if (read instanceof Read.Bad<?> bad) {
            bad.problems().forEach(problems::println);
        }
    }
}
