package dev.understudy.simulated.remote;

import dev.understudy.simulated.container.Attachment;
import dev.understudy.simulated.container.Container;
import dev.understudy.simulated.container.Ending;
import dev.understudy.simulated.container.Exec;
import dev.understudy.simulated.container.Streams;
import dev.understudy.simulated.container.Surroundings;
import io.vertx.core.http.ServerWebSocket;
import java.util.List;
import java.util.function.Function;

/** Connects clients with programs, each on a thread of its own. Called on the event loop. */
public final class Sessions {
    private final Surroundings world;
    private final Attachment attachment;

    public Sessions(Surroundings world, Attachment attachment) {
        this.world = world;
        this.attachment = attachment;
    }

    /**
     * What a client wants of a container.
     *
     * @param afterwards run once when the connection is over
     */
    public record Wanted(Container container, Wishes wishes, Runnable afterwards) {}

    /** Runs a command in a container and tells the client how it ended. */
    public void exec(ServerWebSocket socket, ChannelProtocol protocol, Wanted wanted, List<String> command) {
        serve(socket, protocol, wanted, streams -> Exec.run(wanted.container(), world, command, streams));
    }

    /** Lets the client see, and perhaps type into, what the container runs already. */
    public void attach(ServerWebSocket socket, ChannelProtocol protocol, Wanted wanted) {
        serve(socket, protocol, wanted, streams -> attachment.run(wanted.container(), streams));
    }

    private static void serve(
            ServerWebSocket socket, ChannelProtocol protocol, Wanted wanted, Function<Streams, Ending> program) {
        CommandSocket client = new CommandSocket(socket, protocol, wanted.wishes(), wanted.afterwards());
        String problem = wanted.container().isRunning() ? wanted.wishes().problem() : notFound(wanted.container());
        if (!problem.isEmpty()) {
            client.finish(Verdict.refused(problem));
            return;
        }
        Thread thread = Thread.ofVirtual().name("simulated-exec").unstarted(() -> {
            Verdict verdict = Verdict.of(program.apply(client.streams()));
            if (!client.isClosed()) {
                client.finish(verdict);
            }
        });
        client.onInterrupt(thread::interrupt);
        thread.start();
    }

    /** What a kubelet says of a container that is not running. */
    public static String notFound(Container container) {
        return "container not found (\"" + container.name() + "\")";
    }
}
