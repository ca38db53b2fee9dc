package dev.understudy.cli;

import dev.understudy.drill.EndCause;
import dev.understudy.orchestrator.LiveDrill;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and SIGTERM while a drill runs: the drill is stopped and everything undone before the process ends. The exit
 * code is the signal's (130, 143), but 5 when something is left behind.
 */
final class Interruption implements AutoCloseable {
    /** The longest that undoing may hold up the end of the process. */
    private static final long MINUTES = 5;

    private final CountDownLatch told = new CountDownLatch(1);
    private final Thread hook;
    private volatile int code = ExitCodes.DONE;

    private Interruption(LiveDrill drill, Screen screen) {
        hook = new Thread(() -> stop(drill, screen), "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    static Interruption stops(LiveDrill drill, Screen screen) {
        return new Interruption(drill, screen);
    }

    private void stop(LiveDrill drill, Screen screen) {
        screen.line("");
        screen.line("interrupted: undoing what is left, please wait");
        drill.stop(EndCause.SIGNAL, "the process was told to end");
        try {
            if (!told.await(MINUTES, TimeUnit.MINUTES)) {
                screen.line("still undoing after " + MINUTES + " minutes; finish with: understudy undo --drill "
                        + drill.id());
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
