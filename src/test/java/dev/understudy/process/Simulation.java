package dev.understudy.process;

import java.nio.file.Path;
import java.util.stream.Stream;

/** {@code understudy simulate} in a process of its own, ended in any case. */
public final class Simulation implements AutoCloseable {
    private final Program program;
    private final Path kubeconfig;

    private Simulation(Program program, Path kubeconfig) {
        this.program = program;
        this.kubeconfig = kubeconfig;
    }

    /** Starts one with a world and waits until it is there. */
    public static Simulation of(String world, Path folder, String... more) {
        Path kubeconfig = folder.resolve("kubeconfig");
        Program program = Machine.in(folder)
                .start(Stream.concat(
                                Stream.of("simulate", "--world", world, "--kubeconfig", kubeconfig.toString()),
                                Stream.of(more))
                        .toArray(String[]::new));
        program.await("Ctrl-C ends it");
        return new Simulation(program, kubeconfig);
    }

    public Path kubeconfig() {
        return kubeconfig;
    }

    @Override
    public void close() {
        program.close();
    }
}
