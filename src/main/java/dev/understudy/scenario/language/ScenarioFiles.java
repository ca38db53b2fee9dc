package dev.understudy.scenario.language;

import dev.understudy.fault.FaultType;
import dev.understudy.roster.Roster;
import dev.understudy.scenario.Place;
import dev.understudy.scenario.Problem;
import dev.understudy.scenario.RosterChecks;
import dev.understudy.scenario.Scenario;
import dev.understudy.scenario.ScenarioChecks;
import dev.understudy.scenario.form.Form;
import dev.understudy.scenario.form.Spot;
import dev.understudy.scenario.yaml.Problems;
import dev.understudy.scenario.yaml.Tree;
import dev.understudy.scenario.yaml.TreePlaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads files, or reports every problem in them: form, values, names and meaning in one go. Reads
 * files and nothing else; may be used by several threads.
 */
public final class ScenarioFiles {
    /** Name of the roster that is looked for beside a scenario, then in the folder above. */
    public static final String ROSTER_FILE = "roster.yaml";

    private final ScenarioForm form;
    private final ScenarioChecks checks;
    private final List<LoneFile<?>> lone;

    /**
     * @param types kinds of fault that scenarios may use
     * @param lone the kinds of file that are read without any other
     */
    public ScenarioFiles(List<FaultType<?>> types, List<LoneFile<?>> lone) {
        this.lone = List.copyOf(lone);
        this.form = new ScenarioForm(types);
        this.checks = new ScenarioChecks(types);
    }

    /**
     * Reads a scenario with its roster. Problems of both files are reported together.
     *
     * @param roster empty for roster.yaml beside the scenario, or in the folder above when there is none
     * @param given values of parameters by name
     */
    public Read<Cast> cast(Source source, Optional<Source> roster, Map<String, String> given) {
        Problems problems = new Problems(source.name());
        return Opened.of(source, problems)
                .map(file -> cast(file, roster.or(() -> source.nearest(ROSTER_FILE)), given, problems))
                .orElseGet(() -> new Read.Bad<>(problems.inOrder()));
    }

    /** Reads a roster. */
    public Read<Roster> roster(Source source) {
        Problems problems = new Problems(source.name());
        return Opened.of(source, problems)
                .map(file -> roster(file, problems))
                .orElseGet(() -> new Read.Bad<>(problems.inOrder()));
    }

    /**
     * Reads a file of any kind, whichever it says it is.
     *
     * @param roster for a scenario; empty for roster.yaml beside it, or in the folder above when there is none
     * @param given values of parameters by name, for a scenario
     */
    public Read<?> any(Source source, Optional<Source> roster, Map<String, String> given) {
        Problems problems = new Problems(source.name());
        Optional<Opened> file = Opened.of(source, problems);
        if (file.isEmpty()) {
            return new Read.Bad<>(problems.inOrder());
        }
        return switch (file.get().kind()) {
            case ROSTER -> roster(file.get(), problems);
            case SCENARIO -> cast(file.get(), roster.or(() -> source.nearest(ROSTER_FILE)), given, problems);
            case DEBRIEF, SETTINGS, IMPORT_MAPPING -> lone(file.get(), problems);
        };
    }

    private Read<?> lone(Opened file, Problems problems) {
        return lone.stream()
                .filter(each -> each.kind() == file.kind())
                .findFirst()
                .<Read<?>>map(each -> each.read(file, problems))
                .orElseThrow(() -> new IllegalStateException("nobody reads files of kind " + file.kind()));
    }

    private Read<Cast> cast(Opened file, Optional<Source> source, Map<String, String> given, Problems problems) {
        if (file.kind() != FileKind.SCENARIO) {
            return another(file, FileKind.SCENARIO, problems);
        }
        Tree tree = Parameters.fill(file.tree(), ScenarioForm.declared(file.tree()), given, problems);
        Spot spot = Spot.root(problems);
        Scenario scenario = form.document().read(tree, spot);
        TreePlaces places = new TreePlaces(problems.file(), tree, spot.lost());
        List<Problem> elsewhere = new ArrayList<>();
        Optional<Roster> roster = source.isPresent() ? found(source.get(), problems, elsewhere) : noFolder(problems);
        problems.addAll(checks.check(scenario, roster, places));
        if (problems.isEmpty() && elsewhere.isEmpty() && roster.isPresent()) {
            return new Read.Good<>(new Cast(scenario, roster.get()), places);
        }
        List<Problem> all = new ArrayList<>(problems.inOrder());
        all.addAll(elsewhere);
        return new Read.Bad<>(all);
    }

    private Optional<Roster> found(Source source, Problems problems, List<Problem> elsewhere) {
        if (!source.exists()) {
            problems.add(
                    Place.NONE,
                    "its roster " + source.name() + " does not exist",
                    "put " + ROSTER_FILE + " beside the scenario or in the folder above, or name one with --roster");
            return Optional.empty();
        }
        return switch (roster(source)) {
            case Read.Good<Roster> good -> Optional.of(good.value());
            case Read.Bad<Roster> bad -> {
                elsewhere.addAll(bad.problems());
                yield Optional.empty();
            }
        };
    }

    private static Optional<Roster> noFolder(Problems problems) {
        problems.add(Place.NONE, "there is no folder to look for a roster in", "name one with --roster");
        return Optional.empty();
    }

    private static Read<Roster> roster(Opened file, Problems problems) {
        if (file.kind() != FileKind.ROSTER) {
            return another(file, FileKind.ROSTER, problems);
        }
        Spot spot = Spot.root(problems);
        Form<Roster> form = RosterForm.DOCUMENT;
        Roster roster = form.read(file.tree(), spot);
        TreePlaces places = new TreePlaces(problems.file(), file.tree(), spot.lost());
        problems.addAll(RosterChecks.check(roster, places));
        return problems.isEmpty() ? new Read.Good<>(roster, places) : new Read.Bad<>(problems.inOrder());
    }

    private static <T> Read<T> another(Opened file, FileKind wanted, Problems problems) {
        problems.add(Place.START, "this is " + file.kind().what() + ", and " + wanted.what() + " is wanted here", null);
        return new Read.Bad<>(problems.inOrder());
    }
}
