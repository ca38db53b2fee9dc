package dev.understudy.simulated.api;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.util.concurrent.CompletionException;

/** A small set of threads of our own, so that closing the server ends them all. */
final class EventLoops {
    private EventLoops() {}

    static Vertx small() {
        FileSystemOptions noFiles =
                new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);
        return Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(2)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setFileSystemOptions(noFiles));
    }

    /** Returns why something that was awaited failed. */
    static Throwable cause(IllegalStateException failure) {
        Throwable completion = failure.getCause();
        return completion == null || completion.getCause() == null ? failure : completion.getCause();
    }

    /** Waits, from outside the event loops. */
    static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException failure) {
            throw new IllegalStateException(String.valueOf(failure.getCause()), failure);
        }
    }
}
