package dev.understudy;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which package may use which, what a pure package may not do, and where each technology stays. */
@AnalyzeClasses(packages = "dev.understudy", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "dev.understudy.";

    /** Features from the bottom up; one may use those of a lower level, never its equals or those above. */
    private static final List<Set<String>> LEVELS = List.of(
            Set.of("wording"),
            Set.of("schedule"),
            Set.of("roster", "cluster"),
            Set.of("probe", "fault"),
            Set.of("scenario", "exclusion", "paging"),
            Set.of("guard", "debrief"),
            Set.of("history", "drill"),
            Set.of("independence"),
            Set.of("journal", "playbook"),
            Set.of("orchestrator", "report"),
            Set.of("web", "metrics", "endpoint"),
            Set.of("app"),
            Set.of("cli"));

    private static final Set<String> ALONE = Set.of("simulated");

    private static final Set<String> PURE = Set.of(
            "roster",
            "cluster",
            "fault",
            "probe",
            "scenario",
            "guard",
            "debrief",
            "exclusion",
            "paging",
            "drill",
            "journal",
            "history",
            "independence",
            "playbook",
            "schedule",
            "wording");

    private static final Set<String> EDGES =
            Set.of("orchestrator", "endpoint", "web", "metrics", "app", "cli", "simulated");

    /** Where a technology may be named: package prefixes below the root. */
    private static final Map<String, Set<String>> HOMES = Map.ofEntries(
            Map.entry("io.fabric8", Set.of("cluster.kubernetes", "simulated")),
            Map.entry("io.vertx", Set.of("orchestrator", "endpoint", "simulated", "web", "metrics", "app")),
            Map.entry(
                    "com.fasterxml.jackson",
                    Set.of(
                            "cluster.kubernetes",
                            "probe.prometheus",
                            "endpoint",
                            "history.file",
                            "simulated",
                            "journal.json",
                            "report.json",
                            "web",
                            "app",
                            "cli")),
            Map.entry("org.yaml.snakeyaml", Set.of("scenario.yaml", "cluster.kubernetes", "simulated", "app", "cli")),
            Map.entry("java.sql", Set.of("journal.sql")),
            Map.entry("javax.sql", Set.of("journal.sql")),
            Map.entry("org.jdbi", Set.of("journal.sql")),
            Map.entry("org.flywaydb", Set.of("journal.sql")),
            Map.entry("gg.jte", Set.of("report", "web")),
            Map.entry("org.apache.commons.csv", Set.of("history.file")),
            Map.entry("org.apache.commons.statistics", Set.of("independence")),
            Map.entry("picocli", Set.of("cli")));

    private static final Pattern NOT_PURE = Pattern.compile("java\\.io\\..*"
            + "|java\\.nio\\.(?!charset\\.).*"
            + "|java\\.net\\.(?!URI|URISyntaxException).*"
            + "|java\\.util\\.(logging|prefs|concurrent)\\..*"
            + "|java\\.util\\.(Random|Timer|TimerTask|Scanner)"
            + "|java\\.security\\.SecureRandom"
            + "|java\\.sql\\..*"
            + "|java\\.time\\.(Clock|InstantSource)"
            + "|java\\.lang\\.(Thread|Runtime|Process|ProcessBuilder|ThreadLocal|ScopedValue)(\\$.*)?");

    private static final Set<String> IMPURE_CALLS = Set.of(
            "java.lang.Math.random",
            "java.util.UUID.randomUUID",
            "java.util.Locale.getDefault",
            "java.time.ZoneId.systemDefault",
            "java.util.Collections.shuffle");

    @ArchTest
    static final ArchRule pure_packages_use_only_java_and_pure_packages = classes()
            .that(are("in a pure package", ArchitectureTest::pure))
            .should(onlyDependOnClassesThat(describe(
                    "are of java.*, JSpecify, pure mathematics or a pure package",
                    c -> c.getPackageName().startsWith("java.")
                            || c.isPrimitive()
                            || c.isArray()
                            || c.getPackageName().startsWith("org.apache.commons.statistics.")
                            || c.getPackageName().startsWith("org.jspecify.")
                            || pure(c))));

    @ArchTest
    static final ArchRule pure_packages_do_no_io_and_know_no_thread_clock_log_or_chance = noClasses()
            .that(are("in a pure package", ArchitectureTest::pure))
            .should()
            .dependOnClassesThat(describe(
                    "do I/O or hold a thread, a clock or chance",
                    c -> NOT_PURE.matcher(c.getName()).matches()));

    @ArchTest
    static final ArchRule pure_packages_never_ask_what_time_it_is_or_where_they_run =
            classes().that(are("in a pure package", ArchitectureTest::pure)).should(makeNoImpureCall());

    @ArchTest
    static final ArchRule features_use_only_what_is_below_them =
            classes().that(are("of a feature", c -> !feature(c).isEmpty())).should(useOnlyWhatIsBelow());

    @ArchTest
    static final ArchRule only_app_cli_and_leaves_use_a_leaf_of_another_feature = classes()
            .that(are(
                    "neither of app or cli nor a leaf",
                    c -> !leaf(c) && !Set.of("app", "cli").contains(feature(c))))
            .should(useNoLeafOfAnotherFeature());

    @ArchTest
    static final ArchRule technologies_stay_where_they_are_at_home = classes().should(nameTechnologiesOnlyAtHome());

    @ArchTest
    static final ArchRule every_class_belongs_to_a_feature_of_the_architecture = classes()
            .should(new ArchCondition<>("be of a known feature") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                    String feature = feature(item);
                    boolean known = ALONE.contains(feature) || level(feature) >= 0;
                    events.add(new SimpleConditionEvent(
                            item, known, item.getName() + " is of the unknown feature '" + feature + "'"));
                }
            });

    /** The part of the name after the root: {@code drill}, {@code journal}. */
    private static String feature(JavaClass type) {
        String name = below(type);
        return name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
    }

    private static String below(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName() + ".";
        return name.startsWith(ROOT) && name.length() > ROOT.length()
                ? name.substring(ROOT.length(), name.length() - 1)
                : "";
    }

    private static boolean pure(JavaClass type) {
        return PURE.contains(below(type));
    }

    /** A package below a feature that is not an edge: it is named after a technology or a form, and stands apart. */
    private static boolean leaf(JavaClass type) {
        return below(type).contains(".") && !EDGES.contains(feature(type));
    }

    private static int level(String feature) {
        for (int level = 0; level < LEVELS.size(); level++) {
            if (LEVELS.get(level).contains(feature)) {
                return level;
            }
        }
        return -1;
    }

    private static DescribedPredicate<JavaClass> are(String description, Predicate<JavaClass> predicate) {
        return describe(description, predicate);
    }

    private static ArchCondition<JavaClass> useNoLeafOfAnotherFeature() {
        return new ArchCondition<>("use no leaf of another feature") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                item.getDirectDependenciesFromSelf().stream()
                        .filter(d -> leaf(d.getTargetClass())
                                && !feature(d.getTargetClass()).equals(feature(item)))
                        .forEach(d -> events.add(SimpleConditionEvent.violated(item, d.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> useOnlyWhatIsBelow() {
        return new ArchCondition<>("use only what is below") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                item.getDirectDependenciesFromSelf().stream()
                        .filter(d -> !feature(d.getTargetClass()).isEmpty())
                        .filter(d -> !mayUse(item, d.getTargetClass()))
                        .forEach(d -> events.add(SimpleConditionEvent.violated(item, d.getDescription())));
            }
        };
    }

    /** A leaf is an adapter: it may implement the ports of any pure package, whatever its own feature. */
    private static boolean mayUse(JavaClass user, JavaClass used) {
        String from = feature(user);
        String to = feature(used);
        if (from.equals(to) || (leaf(user) && pure(used))) {
            return true;
        }
        if (ALONE.contains(from) || ALONE.contains(to)) {
            return to.equals("simulated") && Set.of("app", "cli").contains(from);
        }
        return level(to) >= 0 && level(from) > level(to);
    }

    private static ArchCondition<JavaClass> makeNoImpureCall() {
        return new ArchCondition<>("make no call that asks the world") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                item.getAccessesFromSelf().stream()
                        .filter(ArchitectureTest::asksTheWorld)
                        .forEach(a -> events.add(SimpleConditionEvent.violated(item, a.getDescription())));
            }
        };
    }

    private static boolean asksTheWorld(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        boolean clock = owner.startsWith("java.time.") && name.equals("now");
        boolean seedless = owner.equals("java.util.SplittableRandom")
                && name.equals("<init>")
                && access.getTarget().getFullName().endsWith("<init>()");
        boolean system = owner.equals("java.lang.System")
                && !Set.of("arraycopy", "identityHashCode").contains(name);
        return clock || seedless || system || IMPURE_CALLS.contains(owner + "." + name);
    }

    private static ArchCondition<JavaClass> nameTechnologiesOnlyAtHome() {
        return new ArchCondition<>("name technologies only where they are at home") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                item.getDirectDependenciesFromSelf().stream()
                        .filter(d -> strays(item, d.getTargetClass()))
                        .forEach(d -> events.add(SimpleConditionEvent.violated(item, d.getDescription())));
            }
        };
    }

    private static boolean strays(JavaClass user, JavaClass used) {
        String target = used.getBaseComponentType().getPackageName() + ".";
        return HOMES.entrySet().stream()
                .filter(home -> target.startsWith(home.getKey() + "."))
                .anyMatch(home -> home.getValue().stream().noneMatch(at -> (below(user) + ".").startsWith(at + ".")));
    }

    /** Every feature named here stands in the picture above it. */
    @ArchTest
    static void every_pure_feature_has_a_level(JavaClasses all) {
        assertThat(Stream.concat(PURE.stream(), EDGES.stream()))
                .allMatch(feature -> ALONE.contains(feature) || level(feature) >= 0);
    }
}
