package dev.understudy.simulated.container;

import java.io.IOException;

/** One program that containers have. */
@FunctionalInterface
interface Program {
    /**
     * Runs to its end.
     *
     * @return exit code, 0 when all went well
     * @throws InterruptedException when the process is killed
     */
    int run(Call call) throws IOException, InterruptedException;
}
