package dev.understudy.cli;

import dev.understudy.drill.EndCause;
import dev.understudy.orchestrator.ClusterPorts;
import dev.understudy.orchestrator.LiveDrill;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and SIGTERM from a drill's first entry on: it is stopped and everything undone before the process ends. The exit
 * code is the signal's (130, 143), but 5 when something is left behind.
 */
final class Interruption implements AutoCloseable {
    /** The longest that undoing may hold up the end of the process. */
    private static final long MINUTES = 5;

    private final Screen screen;
    private final CompletableFuture<LiveDrill> drill = new CompletableFuture<>();
    private final CountDownLatch told = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "interruption");
    private volatile String id = "";
    private volatile String options = "";
    private volatile int code = ExitCodes.DONE;

    Interruption(Screen screen) {
        this.screen = screen;
    }

    /**
     * Holds up the end of the process from now on, until there is a drill to stop and it is over.
     *
     * @throws IllegalStateException when the process is ending already
     */
    void arm(String drillId) {
        if (id.isEmpty()) {
            Runtime.getRuntime().addShutdownHook(hook);
            id = drillId;
        }
    }

    /** Names the drill, which is stopped at once if the process is ending already. */
    void stops(LiveDrill live, ClusterPorts ports) {
        options = ports.options();
        drill.complete(live);
    }

    private void stop() {
        screen.line("");
        screen.line("interrupted: undoing what is left, please wait");
        CompletableFuture<Void> _ = drill.thenAccept(live -> live.stop(EndCause.SIGNAL, "the process was told to end"));
        try {
            if (!told.await(MINUTES, TimeUnit.MINUTES)) {
                screen.line("still undoing after " + MINUTES + " minutes; finish with: understudy undo --drill " + id
                        + " " + options);
                Runtime.getRuntime().halt(ExitCodes.LEFT_BEHIND);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        if (code == ExitCodes.LEFT_BEHIND) {
            Runtime.getRuntime().halt(code);
        }
    }

    /** Tells that the drill is over, told and written down. */
    void finished(int exitCode) {
        code = exitCode;
        told.countDown();
    }

    @Override
    public void close() {
        told.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // the process is ending, and the hook is what keeps it until everything is undone
        }
    }
}
