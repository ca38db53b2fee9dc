package dev.understudy.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.exclusion.AuditTrail;
import dev.understudy.orchestrator.LiveDrill;
import dev.understudy.roster.Roster;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The door of one living drill: an HTTP server on 127.0.0.1. Orders of people come with the drill's own token, which
 * stands in its address file; webhooks come with the token of the webhooks. Until there is a drill to tell, webhooks are
 * asked to come again.
 */
public final class Endpoint implements AutoCloseable {
    /** Where Alertmanager posts. */
    public static final String ALERTS = "/hooks/alertmanager";
    /** Where the API server posts its audit events. */
    public static final String AUDIT = "/hooks/audit";

    static final String ORDERS = "/orders";

    private static final int LARGEST_ORDER = 64 << 10;
    private static final int LARGEST_ALERTS = 4 << 20;
    /** An API server sends up to 400 events at once, some with their objects. */
    private static final int LARGEST_AUDIT = 32 << 20;

    /** An API server keeps a batch for up to 30 s by default. */
    private static final Duration AUDIT_PATIENCE = Duration.ofMinutes(1);

    private static final int IDLE_SECONDS = 120;

    private final HttpServer server;
    private final Addresses addresses;
    private final String token = PrivateText.token();
    private final AuditHook audit = new AuditHook(AUDIT_PATIENCE);
    private volatile @Nullable Stage stage;

    private record Stage(LiveDrill drill, Desk desk) {}

    private Endpoint(Vertx vertx, Addresses addresses, String hookToken) {
        this.addresses = addresses;
        Credentials orders = new Credentials(token);
        Credentials hooks = new Credentials(hookToken);
        server = vertx.createHttpServer(
                        new HttpServerOptions().setIdleTimeout(IDLE_SECONDS).setHttp2ClearTextEnabled(false))
                .requestHandler(new Reception(List.of(
                        new Door(ORDERS, orders, LARGEST_ORDER, this::order),
                        new Door(ALERTS, hooks, LARGEST_ALERTS, this::alerts),
                        new Door(AUDIT, hooks, LARGEST_AUDIT, body -> Future.succeededFuture(audit.take(body))))));
    }

    /**
     * Begins to listen.
     *
     * @param port on 127.0.0.1; 0 for any free one
     * @throws PortRefused when the port cannot be had
     */
    public static Endpoint open(Vertx vertx, int port, Addresses addresses, HookToken hooks) {
        Endpoint endpoint = new Endpoint(vertx, addresses, hooks.read());
        try {
            endpoint.server.listen(port, "127.0.0.1").await();
            return endpoint;
        } catch (Exception e) {
            throw new PortRefused(port, e);
        }
    }

    /** Lets people and webhooks through to a drill, and tells the commands of this machine where it is. */
    public void serve(LiveDrill drill, Roster roster) {
        stage = new Stage(drill, new Desk(drill, roster));
        addresses.add(new Address(drill.id(), ProcessHandle.current().pid(), port(), token));
    }

    /** Returns the port that it listens on. */
    public int port() {
        return server.actualPort();
    }

    /** Returns the full address of a hook. */
    public String url(String hook) {
        return "http://127.0.0.1:" + port() + hook;
    }

    /** Returns the audit events that are posted here, as a drill follows them. */
    public AuditTrail audit() {
        return audit;
    }

    /** Waits until audit events arrive at all; returns whether they do. */
    public boolean hearsAudit(Duration patience) throws InterruptedException {
        return audit.heard(patience);
    }

    private Future<JsonNode> order(JsonNode body) {
        return going().desk().take(OrderJson.read(body)).map(Answer::json);
    }

    private Future<JsonNode> alerts(JsonNode body) {
        return AlertHook.take(body, going().drill());
    }

    private Stage going() {
        Stage now = stage;
        if (now == null) {
            throw RequestProblem.notNow("the drill has not begun yet; come again");
        }
        return now;
    }

    @Override
    public void close() {
        Stage last = stage;
        if (last != null) {
            addresses.remove(last.drill().id());
        }
        server.close().await();
    }
}
