package dev.understudy.journal.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.journal.DrillLock;
import dev.understudy.journal.DrillLock.Held;
import dev.understudy.journal.JournalException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLocksTest {
    @TempDir
    private Path directory;

    private DrillLock locks;

    @BeforeEach
    void locks() {
        locks = new FileLocks(directory.resolve("locks"));
    }

    @Test
    void a_drill_is_alive_exactly_while_it_is_held() {
        assertThat(locks.isAlive("drill")).isFalse();

        Held held = locks.tryLock("drill").orElseThrow();
        assertThat(locks.isAlive("drill")).isTrue();
        assertThat(locks.isAlive("another")).isFalse();

        held.close();
        assertThat(locks.isAlive("drill")).isFalse();
    }

    @Test
    void asking_creates_nothing() {
        assertThat(locks.isAlive("drill")).isFalse();

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void a_drill_is_held_once_in_a_process() {
        try (Held _ = locks.tryLock("drill").orElseThrow()) {
            assertThat(new FileLocks(directory.resolve("locks")).tryLock("drill"))
                    .isEmpty();
        }
        assertThat(locks.tryLock("drill")).hasValueSatisfying(Held::close);
    }

    @Test
    void closing_twice_does_not_let_go_of_somebody_elses_hold() {
        Held first = locks.tryLock("drill").orElseThrow();
        first.close();
        try (Held _ = locks.tryLock("drill").orElseThrow()) {
            first.close();

            assertThat(locks.isAlive("drill")).isTrue();
        }
    }

    @Test
    void sees_a_living_process_and_sees_it_die() throws IOException {
        try (ChildProcess sibling = holder()) {
            assertThat(locks.isAlive("drill")).isTrue();
            assertThat(locks.tryLock("drill")).isEmpty();

            sibling.kill();

            assertThat(locks.isAlive("drill")).isFalse();
            assertThat(locks.tryLock("drill")).hasValueSatisfying(Held::close);
        }
    }

    @Test
    void asking_about_our_own_drill_does_not_let_go_of_it() throws IOException {
        try (Held _ = locks.tryLock("drill").orElseThrow()) {
            locks.isAlive("drill");
            locks.tryLock("drill");

            try (ChildProcess sibling = holder()) {
                assertThat(sibling.line()).isEqualTo("refused");
            }
        }
    }

    @Test
    void refuses_what_would_lead_out_of_the_directory() {
        assertThatThrownBy(() -> locks.tryLock("../journal")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> locks.isAlive("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void says_that_the_directory_cannot_be_made() throws IOException {
        Path notADirectory = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> new FileLocks(notADirectory.resolve("locks")).tryLock("drill"))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("cannot lock " + notADirectory);
    }

    private ChildProcess holder() throws IOException {
        ChildProcess child = ChildProcess.start(
                directory, Holder.class, directory.resolve("locks").toString());
        assertThat(child.line()).isEqualTo("started");
        return child;
    }

    /** A process that takes the drill, says whether it could, and lives until it is killed. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] args) throws InterruptedException {
            Optional<Held> held = new FileLocks(Path.of(args[0])).tryLock("drill");
            System.out.println("started");
            System.out.println(held.isPresent() ? "held" : "refused");
            Thread.currentThread().join();
        }
    }
}
