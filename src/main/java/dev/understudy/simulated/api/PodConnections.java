package dev.understudy.simulated.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.access.Caller;
import dev.understudy.simulated.access.Deed;
import dev.understudy.simulated.access.Permissions;
import dev.understudy.simulated.container.Container;
import dev.understudy.simulated.remote.ChannelProtocol;
import dev.understudy.simulated.remote.PortForward;
import dev.understudy.simulated.remote.Sessions;
import dev.understudy.simulated.remote.Wishes;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.MemoryStore;
import dev.understudy.simulated.store.Refusals;
import dev.understudy.simulated.store.StatusException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Answers for {@code pods/exec}, {@code pods/attach} and {@code pods/portforward}: connections that stay open. */
final class PodConnections {
    /** Every protocol spoken, for the handshake. */
    static final List<String> PROTOCOLS = Stream.concat(
                    Stream.of(PortForward.TUNNEL),
                    Arrays.stream(ChannelProtocol.values()).map(ChannelProtocol::title))
            .filter(title -> !title.isEmpty())
            .toList();

    private static final Set<String> SUBRESOURCES = Set.of("exec", "attach", "portforward");

    private final MemoryStore store;
    private final Permissions permissions;
    private final Sessions sessions;
    private final PortForward portForward;
    private final AuditEvents audit;

    PodConnections(
            MemoryStore store, Permissions permissions, Sessions sessions, PortForward portForward, AuditEvents audit) {
        this.store = store;
        this.permissions = permissions;
        this.sessions = sessions;
        this.portForward = portForward;
        this.audit = audit;
    }

    static boolean concerns(Target target) {
        return Kinds.POD.equals(target.kind()) && SUBRESOURCES.contains(target.subresource());
    }

    /** Begins to serve; refusals are thrown before the connection changes its protocol. */
    void start(Exchange exchange, Ask ask) {
        if (!Set.of("get", "create").contains(ask.target().verb())) {
            throw Statuses.notAllowed();
        }
        if (exchange.isWebSocket()) {
            requireCreate(ask.caller(), ask.target());
        }
        ObjectNode pod = ContainerChoice.pod(ask, store);
        boolean forwards = ask.target().subresource().equals("portforward");
        BiConsumer<ServerWebSocket, ObjectNode> session =
                forwards ? forward(exchange, ask) : session(exchange, ask, pod);
        ContainerChoice.requireNode(pod);
        requireWebSocket(exchange);
        exchange.request().toWebSocket().onSuccess(socket -> {
            audit.started(exchange, ask.caller(), 101);
            session.accept(socket, pod);
        });
    }

    /** Since a WebSocket begins with GET, reading alone would otherwise be enough to run commands. */
    private void requireCreate(Caller caller, Target target) {
        Deed deed = new Deed(
                "create",
                target.group(),
                target.resource(),
                target.subresource(),
                target.namespace(),
                target.name(),
                "");
        if (!permissions.allow(caller, deed)) {
            throw Refusals.forbidden(Kinds.POD, target.name(), "", List.of());
        }
    }

    private static void requireWebSocket(Exchange exchange) {
        if (exchange.isWebSocket()) {
            return;
        }
        String upgrade = exchange.header("Upgrade");
        if (upgrade.isEmpty()) {
            throw Refusals.badRequest("Upgrade request required");
        }
        throw Refusals.badRequest("the simulated cluster does not speak " + upgrade
                + " here, only WebSocket, which kubectl does since 1.30");
    }

    private BiConsumer<ServerWebSocket, ObjectNode> forward(Exchange exchange, Ask ask) {
        List<String> offered = offered(exchange);
        if (exchange.isWebSocket() && offered.contains(PortForward.TUNNEL)) {
            return (socket, pod) -> portForward.tunnel(socket, pod, afterwards(exchange, ask));
        }
        List<Integer> ports = ports(ask);
        ChannelProtocol protocol = exchange.isWebSocket() ? chosen(offered) : ChannelProtocol.UNNAMED;
        if (exchange.isWebSocket() && ports.isEmpty()) {
            throw Refusals.badRequest("query parameter \"port\" is required");
        }
        return (socket, pod) -> portForward.channels(socket, protocol, pod, ports, afterwards(exchange, ask));
    }

    private BiConsumer<ServerWebSocket, ObjectNode> session(Exchange exchange, Ask ask, ObjectNode pod) {
        Container container = ContainerChoice.of(ask, pod);
        if (!exchange.isWebSocket()) {
            return (socket, same) -> {};
        }
        ChannelProtocol protocol = chosen(offered(exchange));
        Wishes wishes = new Wishes(ask.flag("stdin"), ask.flag("stdout"), ask.flag("stderr"), ask.flag("tty"));
        if (protocol != ChannelProtocol.V5) {
            refuseEarly(container, wishes);
        }
        List<String> command = ask.query().getAll("command");
        Sessions.Wanted wanted = new Sessions.Wanted(container, wishes, afterwards(exchange, ask));
        return ask.target().subresource().equals("exec")
                ? (socket, same) -> sessions.exec(socket, protocol, wanted, command)
                : (socket, same) -> sessions.attach(socket, protocol, wanted);
    }

    private Runnable afterwards(Exchange exchange, Ask ask) {
        return () -> audit.completed(exchange, ask.caller(), 101, Buffer.buffer());
    }

    /** The older protocols are spoken with the kubelet itself, which refuses before it changes the protocol. */
    private static void refuseEarly(Container container, Wishes wishes) {
        if (!container.isRunning()) {
            throw new StatusException(500, "InternalError", Sessions.notFound(container));
        }
        if (!wishes.problem().isEmpty()) {
            throw Refusals.badRequest(wishes.problem());
        }
    }

    private static ChannelProtocol chosen(List<String> offered) {
        return ChannelProtocol.choose(offered)
                .orElseThrow(() -> new StatusException(
                        403, "Forbidden", "none of the offered WebSocket protocols is known: " + offered));
    }

    private static List<String> offered(Exchange exchange) {
        return Arrays.stream(exchange.header("Sec-WebSocket-Protocol").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static List<Integer> ports(Ask ask) {
        return ask.query().getAll("ports").stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(PodConnections::port)
                .toList();
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65_535) {
            throw Refusals.badRequest("unable to parse \"" + text + "\" as a port");
        }
        return Integer.parseInt(text);
    }
}
