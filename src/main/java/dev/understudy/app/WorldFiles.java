package dev.understudy.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the world that a scenario is played in on the simulated cluster. */
public final class WorldFiles {
    private WorldFiles() {}

    /**
     * Returns the world beside a scenario: {@code worlds/<namespace>.yaml} in its folder or the folder above.
     *
     * @param scenario path of the scenario file; null when it came from standard input
     * @param namespace the scenario's target namespace
     */
    public static Optional<Path> beside(@Nullable Path scenario, String namespace) {
        Path file = Path.of("worlds", namespace + ".yaml");
        Path folder = scenario == null
                ? Path.of("").toAbsolutePath()
                : scenario.toAbsolutePath().getParent();
        return folder == null
                ? Optional.empty()
                : Stream.of(folder.resolve(file), folder.resolveSibling(file))
                        .filter(Files::isRegularFile)
                        .findFirst();
    }
}
