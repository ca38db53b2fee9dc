package dev.understudy.simulated.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;

/** Attaches a client to the main process of a container: it sees what the process says, and may type into it. */
public final class Attachment {
    private final Processes processes;
    private final Logbook log;

    public Attachment(Processes processes, Logbook log) {
        this.processes = processes;
        this.log = log;
    }

    /** Stays attached on this thread until the process has ended or the thread is interrupted. */
    public Ending run(Container container, Streams streams) {
        try {
            Optional<MainProcess> process = processes.find(container);
            return process.isPresent() ? join(process.get(), container, streams) : listen(container, streams.out());
        } catch (IOException | InterruptedException | ExecutionException gone) {
            return new Ending.Cut();
        }
    }

    private static Ending join(MainProcess process, Container container, Streams streams)
            throws IOException, InterruptedException, ExecutionException {
        CompletableFuture<Ending> ending = new CompletableFuture<>();
        Runnable leave = process.attach(client(streams.out(), ending));
        if (container.takesInput()) {
            pass(streams.in(), process, container);
        }
        try {
            return ending.get();
        } finally {
            leave.run();
        }
    }

    private static MainProcess.Client client(OutputStream out, CompletableFuture<Ending> ending) {
        return new MainProcess.Client() {
            @Override
            public void show(byte[] part) throws IOException {
                out.write(part);
                out.flush();
            }

            @Override
            public void ended(int code) {
                ending.complete(new Ending.Exited(0));
            }
        };
    }

    private static void pass(InputStream in, MainProcess process, Container container) {
        Thread.ofVirtual().name("simulated-keyboard").start(() -> {
            byte[] part = new byte[8192];
            try {
                for (int count = in.read(part); count >= 0; count = in.read(part)) {
                    process.input().add(Arrays.copyOf(part, count));
                }
                if (container.spec().path("stdinOnce").asBoolean()) {
                    process.input().end();
                }
            } catch (IOException gone) {
                // the client left; whoever attaches next may go on typing
            }
        });
    }

    /** Shows what an application says from now on; what it said before is in its log. */
    private Ending listen(Container container, OutputStream out) throws IOException, InterruptedException {
        BlockingQueue<Optional<Line>> lines = new LinkedBlockingQueue<>();
        Runnable leave = log.follow(container, past -> {}, new LogReader() {
            @Override
            public void said(Line line) {
                lines.add(Optional.of(line));
            }

            @Override
            public void ended() {
                lines.add(Optional.empty());
            }
        });
        try {
            for (Optional<Line> line = lines.take(); line.isPresent(); line = lines.take()) {
                out.write((line.get().text() + "\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
            return new Ending.Exited(0);
        } finally {
            leave.run();
        }
    }
}
