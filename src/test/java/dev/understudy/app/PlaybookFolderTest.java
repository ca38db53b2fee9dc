package dev.understudy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaybookFolderTest {
    @TempDir
    Path home;

    @Test
    void what_an_earlier_playbook_wrote_and_this_one_does_not_have_is_taken_away() throws IOException {
        // Given
        PlaybookFolder.write(home, Map.of("hero-map.html", "old", "drills/a.html", "names of people"));
        // When
        PlaybookFolder.write(home, Map.of("hero-map.html", "new"));
        // Then
        assertThat(home.resolve("hero-map.html")).hasContent("new");
        assertThat(home.resolve("drills/a.html")).doesNotExist();
    }

    @Test
    void what_others_put_there_stays() throws IOException {
        // Given
        Files.writeString(home.resolve("notes.txt"), "mine");
        // When
        PlaybookFolder.write(home, Map.of("hero-map.html", "new"));
        // Then
        assertThat(home.resolve("notes.txt")).hasContent("mine");
    }

    @Test
    void no_file_that_no_playbook_wrote_is_written_over() throws IOException {
        // Given
        Files.writeString(home.resolve("hero-map.md"), "mine");
        // When
        assertThatThrownBy(() -> PlaybookFolder.write(home, Map.of("hero-map.html", "new", "hero-map.md", "new")))
                .hasMessageContaining("its hero-map.md is not of a playbook");
        // Then
        assertThat(home.resolve("hero-map.md")).hasContent("mine");
        assertThat(home.resolve("hero-map.html")).doesNotExist();
    }

    @Test
    void a_list_written_by_somebody_else_leads_nowhere_outside() throws IOException {
        // Given
        Path folder = home.resolve("out");
        Files.createDirectories(folder);
        Files.writeString(home.resolve("precious"), "mine");
        Files.writeString(folder.resolve(PlaybookFolder.LIST), "../precious\n" + home.resolve("precious") + "\n");
        // When
        PlaybookFolder.write(folder, Map.of("hero-map.html", "new"));
        // Then
        assertThat(home.resolve("precious")).hasContent("mine");
    }

    @Test
    void no_page_is_written_outside_of_the_folder() throws IOException {
        // Given
        Map<String, String> pages = Map.of("drills/../../stray.html", "a page", "hero-map.html", "new");
        // When
        assertThatThrownBy(() -> PlaybookFolder.write(home.resolve("out"), pages))
                .hasMessageContaining("leads out of the folder");
        // Then
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void nothing_half_written_is_left() throws IOException {
        // When
        PlaybookFolder.write(home, Map.of("a.md", "a", "b/c.md", "c"));
        // Then
        try (Stream<Path> all = Files.walk(home)) {
            List<String> names = all.filter(Files::isRegularFile)
                    .map(file -> home.relativize(file).toString())
                    .sorted()
                    .toList();
            assertThat(names).containsExactly(".playbook", "a.md", "b/c.md");
        }
    }
}
