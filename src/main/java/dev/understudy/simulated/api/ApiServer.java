package dev.understudy.simulated.api;

import dev.understudy.simulated.access.Caller;
import dev.understudy.simulated.access.Denial;
import dev.understudy.simulated.access.Impersonation;
import dev.understudy.simulated.access.Logins;
import dev.understudy.simulated.access.Permissions;
import dev.understudy.simulated.outlet.PortTaken;
import dev.understudy.simulated.remote.PortForward;
import dev.understudy.simulated.remote.Sessions;
import dev.understudy.simulated.store.Catalogue;
import dev.understudy.simulated.store.MemoryStore;
import dev.understudy.simulated.store.Refusals;
import dev.understudy.simulated.store.StatusException;
import dev.understudy.simulated.table.Tables;
import dev.understudy.simulated.tls.LoopbackCertificate;
import dev.understudy.simulated.watch.Watches;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemKeyCertOptions;
import java.net.SocketException;
import java.time.InstantSource;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server on loopback. Each request is recognised, allowed, answered and audited, in that order. */
public final class ApiServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);
    private static final String LOOPBACK = "127.0.0.1";
    /** In bytes; a command to run, script and all, is part of the first line of a request. */
    private static final int LONGEST_LINE = 64 * 1024;

    private static final long BOOKMARK_MILLIS = 30_000;
    /** The first handshake of a process loads half of cryptography; on a busy machine that takes long. */
    private static final long HANDSHAKE_SECONDS = 60;

    private static final int LARGEST_FRAME = 1024 * 1024;

    private final Vertx vertx = EventLoops.small();
    private final InstantSource clock;
    private final Logins logins;
    private final Permissions permissions;
    private final Router router;
    private final Watches watches;
    private final WatchStreams streams;
    private final PodLog logs;
    private final PodConnections connections;
    private final AuditStream auditStream;
    private final AuditEvents audit;
    private final Catalogue kinds;
    private final HttpServer server;

    /**
     * Starts to listen; returns when it does.
     *
     * @param port 0 for any free one
     * @param certificate what it shows to its clients
     * @throws IllegalStateException when the port cannot be had
     */
    public ApiServer(int port, LoopbackCertificate certificate, Backing backing) {
        MemoryStore store = backing.store();
        this.clock = backing.clock();
        this.logins = backing.logins();
        this.permissions = new Permissions(store);
        this.audit = new AuditEvents(backing.audit(), clock);
        this.auditStream = new AuditStream(backing.audit());
        Tables tables = new Tables(clock, store.kinds());
        this.logs = new PodLog(store, backing.logs(), clock, audit);
        this.router = new Router(backing, permissions, tables, logs);
        this.watches = new Watches(store);
        this.kinds = store.kinds();
        this.streams = new WatchStreams(vertx, watches, tables, this.audit);
        this.connections = new PodConnections(
                store,
                permissions,
                new Sessions(backing.world(), backing.attachment()),
                new PortForward(vertx, store, backing.world().traffic()),
                audit);
        this.server = listen(port, certificate);
        vertx.setPeriodic(BOOKMARK_MILLIS, tick -> watches.bookmark());
    }

    /** The port that it listens on. */
    public int port() {
        return server.actualPort();
    }

    private HttpServer listen(int port, LoopbackCertificate certificate) {
        PemKeyCertOptions identity = new PemKeyCertOptions()
                .addCertValue(Buffer.buffer(certificate.certificate()))
                .addKeyValue(Buffer.buffer(certificate.privateKey()));
        // HTTP/1.1 only: one protocol for requests and for watches by WebSocket.
        HttpServerOptions options = new HttpServerOptions()
                .setHost(LOOPBACK)
                .setPort(port)
                .setSsl(true)
                .setUseAlpn(false)
                .setSslHandshakeTimeout(HANDSHAKE_SECONDS)
                .setWebSocketSubProtocols(PodConnections.PROTOCOLS)
                .setMaxInitialLineLength(LONGEST_LINE)
                .setMaxHeaderSize(LONGEST_LINE)
                .setMaxWebSocketFrameSize(LARGEST_FRAME)
                .setMaxWebSocketMessageSize(LARGEST_FRAME)
                .setKeyCertOptions(identity);
        logins.certificates().ifPresent(authority -> ClientCertificates.ask(options, authority));
        try {
            return EventLoops.await(
                    vertx.createHttpServer(options).requestHandler(this::handle).listen());
        } catch (IllegalStateException failure) {
            EventLoops.await(vertx.close());
            throw EventLoops.cause(failure) instanceof SocketException taken ? new PortTaken(port, taken) : failure;
        }
    }

    private void handle(HttpServerRequest request) {
        Exchange exchange;
        try {
            exchange = Exchange.begin(request, clock.instant(), kinds);
        } catch (IllegalArgumentException unreadable) {
            // an escape such as %zz: there is no target that could be allowed or audited
            Replies.refuse(request, Refusals.badRequest("Bad Request: " + unreadable.getMessage()));
            return;
        }
        if (exchange.isWebSocket()) {
            answer(exchange, Buffer.buffer());
            return;
        }
        BodyReader.read(request).onSuccess(body -> answer(exchange, body)).onFailure(failure -> {
            if (failure instanceof StatusException refusal) {
                Replies.send(exchange, Replies.of(refusal), vertx);
                audit.completed(exchange, null, refusal.code(), Buffer.buffer());
            }
        });
    }

    private void answer(Exchange exchange, Buffer body) {
        Caller caller = null;
        Reply reply;
        try {
            caller = recognise(exchange.request());
            if (!permissions.allow(caller, exchange.target().deed())) {
                throw Denial.of(caller, exchange.target().deed());
            }
            if (exchange.target().path().equals(AuditStream.PATH)) {
                auditStream.start(exchange);
                return;
            }
            Ask ask = exchange.ask(caller, body);
            if (exchange.target().verb().equals("watch")
                    && exchange.target().subresource().isEmpty()) {
                streams.start(exchange, ask);
                return;
            }
            if (PodConnections.concerns(ask.target())) {
                connections.start(exchange, ask);
                return;
            }
            if (PodLog.isFollowed(ask)) {
                logs.follow(exchange, ask);
                return;
            }
            reply = router.answer(ask);
        } catch (StatusException refusal) {
            reply = Replies.of(refusal);
        } catch (RuntimeException | Error failure) {
            // also an Error: the client has to be answered, and the next request may well succeed
            LOG.warn(
                    "{} {} failed",
                    exchange.request().method(),
                    exchange.request().path(),
                    failure);
            reply = Replies.of(new StatusException(500, "InternalError", "Internal error occurred: " + failure));
        }
        Replies.send(exchange, reply, vertx);
        audit.completed(exchange, caller, reply.status(), body);
    }

    private Caller recognise(HttpServerRequest request) {
        String authorization = Objects.requireNonNullElse(request.getHeader("Authorization"), "");
        Caller caller = ClientCertificates.shown(request)
                .flatMap(shown -> logins.owner(shown, clock.instant()))
                .or(() -> logins.find(authorization))
                .orElseThrow(() -> new StatusException(401, "Unauthorized", "Unauthorized"));
        return Impersonation.apply(
                caller,
                Objects.requireNonNullElse(request.getHeader("Impersonate-User"), ""),
                request.headers().getAll("Impersonate-Group"),
                permissions);
    }

    /** Ends every watch, stops listening and waits until all threads have ended. */
    @Override
    public void close() {
        watches.close();
        EventLoops.await(server.close());
        EventLoops.await(vertx.close());
    }
}
