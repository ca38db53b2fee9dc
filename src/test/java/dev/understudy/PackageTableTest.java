package dev.understudy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PackageTableTest {
    private static final Path ROOT = Path.of("src/main/java/dev/understudy");
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z.]+)` \\| [pe] \\|", Pattern.MULTILINE);

    @Test
    void the_table_in_the_architecture_page_names_exactly_the_packages_there_are() throws IOException {
        Set<String> told = new TreeSet<>();
        Matcher rows = ROW.matcher(Files.readString(Path.of("ARCHITECTURE.md")));
        while (rows.find()) {
            told.add(rows.group(1));
        }

        assertThat(told).isEqualTo(packages());
    }

    private static Set<String> packages() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(f -> f.endsWith("package-info.java"))
                    .map(f -> ROOT.relativize(f.getParent()).toString().replace('/', '.'))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
