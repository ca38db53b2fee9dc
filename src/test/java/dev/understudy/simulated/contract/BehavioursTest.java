package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * The table in {@code docs/simulated-cluster.md} lists every test of the contract. After a change of the contract, write
 * it anew with {@code ./mvnw test -Dtest=BehavioursTest -Dunderstudy.write=true}.
 */
class BehavioursTest {
    private static final Path PAGE = Path.of("docs", "simulated-cluster.md");
    private static final Path CLASSES = Path.of("src/test/java/dev/understudy/simulated/contract");
    private static final String BEGIN = "<!-- behaviours: written by BehavioursTest -->\n";
    private static final String END = "<!-- end of behaviours -->\n";

    @Test
    void the_page_lists_every_behaviour_of_the_contract() throws Exception {
        String page = Files.readString(PAGE);
        String wanted = page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
                + "\n"
                + tables()
                + page.substring(page.indexOf(END));
        if (Boolean.getBoolean("understudy.write")) {
            Files.writeString(PAGE, wanted);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(wanted);
    }

    private static String tables() throws IOException {
        try (Stream<Path> files = Files.list(CLASSES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("ContractTest.java"))
                    .sorted()
                    .map(name -> table(name.substring(0, name.length() - ".java".length())))
                    .collect(Collectors.joining());
        }
    }

    private static String table(String name) {
        List<Method> tests = Arrays.stream(type(name).getDeclaredMethods())
                .filter(BehavioursTest::isTest)
                .sorted(Comparator.comparing(Method::getName))
                .toList();
        String title = words(name.substring(0, name.length() - "ContractTest".length()));
        return tests.stream()
                .map(BehavioursTest::row)
                .collect(Collectors.joining("", "### " + title + "\n\n| behaviour | real |\n|---|---|\n", "\n"));
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(BehavioursTest.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException missing) {
            throw new AssertionError(missing);
        }
    }

    private static boolean isTest(Method method) {
        return method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class);
    }

    private static String row(Method test) {
        boolean compared = !test.isAnnotationPresent(RunsContainers.class);
        return "| " + sentence(test.getName()) + " | " + (compared ? "same" : "needs containers") + " |\n";
    }

    /** {@code PodLogs} becomes "Pod logs". */
    private static String words(String name) {
        String parted = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return parted.charAt(0) + parted.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String sentence(String name) {
        String words = name.replace('_', ' ').strip();
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
