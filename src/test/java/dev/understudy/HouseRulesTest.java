package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How files and names look, read from the source. */
class HouseRulesTest {
    private static final Path MAIN = Path.of("src/main/java");
    private static final int LONGEST_FILE = 400;
    private static final int LONGEST_NAME = 28;

    private static final Set<String> EMPTY_PACKAGE_NAMES =
            Set.of("util", "utils", "common", "helper", "helpers", "impl", "service", "model");
    private static final Pattern EMPTY_SUFFIX =
            Pattern.compile(".+(Manager|Helper|Utils?|Impl|Processor|Handler|Data|Info|Service)");
    /** A declaration at the beginning of a line, after its modifiers; prose in a comment begins with a star. */
    private static final Pattern TYPE = Pattern.compile(
            "^\\s*(?:(?:public|protected|private|static|final|abstract|sealed|non-sealed)\\s+)*"
                    + "(?:class|interface|enum|record|@interface)\\s+(\\w+)",
            Pattern.MULTILINE);

    @Test
    void no_java_file_is_longer_than_a_reader_can_hold() {
        Map<Path, Integer> tooLong = new TreeMap<>();
        Stream.concat(files(MAIN), files(Path.of("src/test/java")))
                .filter(file -> lines(file) > LONGEST_FILE)
                .forEach(file -> tooLong.put(file, lines(file)));

        assertThat(tooLong).isEmpty();
    }

    @Test
    void half_of_the_files_fit_on_two_screens_and_nine_in_ten_have_fewer_than_two_hundred_lines() {
        List<Integer> lengths = files(MAIN)
                .filter(file -> !file.endsWith("package-info.java"))
                .map(HouseRulesTest::lines)
                .sorted()
                .toList();

        assertThat(lengths.get(lengths.size() / 2)).as("median of %s", lengths).isLessThan(80);
        assertThat(lengths.get(lengths.size() * 9 / 10))
                .as("nine in ten of %s", lengths)
                .isLessThan(200);
    }

    @Test
    void types_have_names_that_say_something_in_at_most_twenty_eight_letters() {
        List<String> bad = new ArrayList<>();
        files(MAIN).forEach(file -> {
            Matcher type = TYPE.matcher(text(file));
            while (type.find()) {
                String name = type.group(1);
                if (name.length() > LONGEST_NAME || EMPTY_SUFFIX.matcher(name).matches()) {
                    bad.add(file + ": " + name);
                }
            }
        });

        assertThat(bad).isEmpty();
    }

    @Test
    void packages_are_nouns_of_the_domain() {
        assertThat(packages())
                .allSatisfy(
                        folder -> assertThat(EMPTY_PACKAGE_NAMES).doesNotContain(String.valueOf(folder.getFileName())));
    }

    @Test
    void every_package_says_what_it_is_for_and_where_null_may_be() {
        assertThat(packages()).isNotEmpty().allSatisfy(folder -> {
            Path info = folder.resolve("package-info.java");
            assertThat(info).exists();
            assertThat(text(info)).startsWith("/**").contains("@NullMarked");
        });
    }

    private static List<Path> packages() {
        return files(MAIN).map(Path::getParent).distinct().toList();
    }

    private static Stream<Path> files(Path root) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int lines(Path file) {
        return (int) text(file).lines().count();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
