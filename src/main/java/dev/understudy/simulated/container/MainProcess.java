package dev.understudy.simulated.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** The command that a container runs, and the clients attached to it. Safe to use from several threads. */
final class MainProcess {
    private static final int MOST_KEPT = 64 * 1024;
    private static final int KILLED = 137;
    private static final int PATIENCE_SECONDS = 2;
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Container container;
    private final Logbook log;
    private final Feed input = new Feed(() -> {});
    private final List<Client> clients = new ArrayList<>();
    /** What nobody has seen yet, for the first who attaches. */
    private final ByteArrayOutputStream unseen = new ByteArrayOutputStream();

    private volatile OptionalInt code = OptionalInt.empty();
    private volatile Optional<Thread> thread = Optional.empty();
    private final CountDownLatch firstClient = new CountDownLatch(1);
    private boolean attachedBefore;

    MainProcess(Container container, Logbook log) {
        this.container = container;
        this.log = log;
    }

    /** Somebody who sees the output of the process. */
    interface Client {
        /** Shows a part of the output; throws when the client has gone. */
        void show(byte[] part) throws IOException;

        /** The process has ended. */
        void ended(int code);
    }

    /** Runs the command and tells when it has ended; a second call does nothing. */
    synchronized void start(Surroundings world, List<String> command, IntConsumer whenEnded) {
        thread = Optional.of(Thread.ofVirtual().name("simulated-process").start(() -> {
            int result = result(world, command);
            awaitFirstClient();
            end(result);
            whenEnded.accept(result);
        }));
    }

    /** A container that was made to be typed into stays a moment for the one who comes to do so. */
    private void awaitFirstClient() {
        try {
            if (container.takesInput()) {
                firstClient.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException killed) {
            Thread.currentThread().interrupt();
        }
    }

    private int result(Surroundings world, List<String> command) {
        OutputStream out = new Outlet();
        InputStream in = container.takesInput() ? input : InputStream.nullInputStream();
        boolean terminal = container.spec().path("tty").asBoolean();
        Ending ending = Exec.run(container, world, command, new Streams(in, out, out, terminal));
        return ending instanceof Ending.Exited(int exit) ? exit : KILLED;
    }

    boolean hasEnded() {
        return code.isPresent();
    }

    /** Never waits, not even for a client that does not read. */
    void kill() {
        // an interrupt alone only ends what a shell runs that somebody types into
        input.cut();
        thread.ifPresent(Thread::interrupt);
    }

    /** Gives the process a moment to end by itself. */
    void killSoon() {
        Thread.ofVirtual().name("simulated-reaper").start(() -> {
            try {
                if (thread.isPresent() && !thread.get().join(GRACE)) {
                    kill();
                }
            } catch (InterruptedException stopped) {
                kill();
            }
        });
    }

    /** Lets a client see what comes, and what nobody has seen yet; returns what lets it go. */
    synchronized Runnable attach(Client client) throws IOException {
        if (!attachedBefore) {
            attachedBefore = true;
            firstClient.countDown();
            client.show(unseen.toByteArray());
            unseen.reset();
        }
        if (code.isPresent()) {
            client.ended(code.getAsInt());
            return () -> {};
        }
        clients.add(client);
        return () -> detach(client);
    }

    Feed input() {
        return input;
    }

    private synchronized void detach(Client client) {
        clients.remove(client);
    }

    private synchronized void end(int result) {
        code = OptionalInt.of(result);
        List.copyOf(clients).forEach(client -> client.ended(result));
        clients.clear();
    }

    private synchronized void show(byte[] part) {
        if (!attachedBefore && unseen.size() + part.length <= MOST_KEPT) {
            unseen.writeBytes(part);
        }
        clients.removeIf(client -> {
            try {
                client.show(part);
                return false;
            } catch (IOException gone) {
                return true;
            }
        });
    }

    /** Shows the output to clients as it comes, and to the log line by line. */
    private final class Outlet extends OutputStream {
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        @Override
        public void write(int single) {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            byte[] part = Arrays.copyOfRange(bytes, from, from + length);
            show(part);
            for (byte each : part) {
                if (each == '\n') {
                    log.write(container, line.toString(StandardCharsets.UTF_8));
                    line.reset();
                } else {
                    line.write(each);
                }
            }
        }
    }
}
