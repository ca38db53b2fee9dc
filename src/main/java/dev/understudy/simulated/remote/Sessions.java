package dev.understudy.simulated.remote;

import dev.understudy.simulated.container.Container;
import dev.understudy.simulated.container.Exec;
import dev.understudy.simulated.container.Surroundings;
import io.vertx.core.http.ServerWebSocket;
import java.util.List;

/** Runs programs for clients, each on a thread of its own. */
public final class Sessions {
    private final Surroundings world;

    public Sessions(Surroundings world) {
        this.world = world;
    }

    /** Runs a command in a container and tells the client how it ended. Called on the event loop. */
    public void exec(
            ServerWebSocket socket,
            ChannelProtocol protocol,
            Container container,
            List<String> command,
            Wishes wishes) {
        CommandSocket client = new CommandSocket(socket, protocol, wishes);
        String problem = container.isRunning() ? wishes.problem() : notFound(container);
        if (!problem.isEmpty()) {
            client.finish(Verdict.refused(problem));
            return;
        }
        Thread thread = Thread.ofVirtual().name("simulated-exec").unstarted(() -> {
            Verdict verdict = Verdict.of(Exec.run(container, world, command, client.streams()));
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
