package dev.understudy.cli;

import dev.understudy.app.Understudy;
import dev.understudy.drill.Drill;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.Entry;
import dev.understudy.endpoint.Endpoint;
import dev.understudy.guard.Refusal;
import dev.understudy.orchestrator.ClusterPorts;
import dev.understudy.orchestrator.DrillListener;
import dev.understudy.orchestrator.LiveDrill;
import dev.understudy.roster.Roster;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The door of a drill that living people respond to, and what its terminal says about it; none for a scripted one. */
final class LiveDoor implements DrillListener, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration BETWEEN = Duration.ofSeconds(2);

    private final Screen screen;
    private final @Nullable Endpoint endpoint;
    private final boolean audited;
    private final String token;

    private LiveDoor(Screen screen, @Nullable Endpoint endpoint, boolean audited, String token) {
        this.screen = screen;
        this.endpoint = endpoint;
        this.audited = audited;
        this.token = token;
    }

    /** Opens one, where people respond. */
    static LiveDoor of(boolean live, LiveOptions options, Understudy understudy, Screen screen) {
        return live
                ? new LiveDoor(
                        screen,
                        options.open(understudy),
                        options.byWebhook(),
                        understudy.hookToken().file().toString())
                : new LiveDoor(screen, null, false, "");
    }

    /** Returns what the cluster offers, with the audit events that are posted here where they are wanted. */
    ClusterPorts with(ClusterPorts ports) {
        return audited && endpoint != null ? ports.withAudit(endpoint.audit()) : ports;
    }

    /**
     * Waits until audit events arrive, where they are relied on: a source that does not see the whole drill is none.
     *
     * @return why the drill cannot begin
     */
    Optional<Refusal> deaf(ClusterPorts ports, String namespace) throws InterruptedException {
        if (!audited || endpoint == null) {
            return Optional.empty();
        }
        String url = endpoint.url(Endpoint.AUDIT);
        screen.line("waiting for audit events at " + url + " (token in " + token + ")");
        for (Duration waited = Duration.ZERO; waited.compareTo(PATIENCE) < 0; waited = waited.plus(BETWEEN)) {
            // a request of ours is an event too, where it is one in the namespace that the policy is about
            ports.records().find(namespace);
            if (endpoint.hearsAudit(BETWEEN)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Refusal(
                "no audit event has arrived at " + url + " within a minute, so nobody could say who acted",
                "let the API server post them there (docs/live-drills.md), or leave --audit webhook out"));
    }

    /** Lets people and webhooks through to the drill, and says how they reach it. */
    void serve(LiveDrill drill, Roster roster) {
        if (endpoint != null) {
            try {
                endpoint.serve(drill, roster);
            } catch (UncheckedIOException e) {
                screen.line("commands cannot find this drill: " + e.getMessage() + "; Ctrl-C here stops it");
            }
            new LiveWords(drill.briefing()).lines().forEach(screen::line);
            screen.line("alerts: POST " + endpoint.url(Endpoint.ALERTS) + ", bearer token in " + token);
        }
    }

    /** Says once more how to take it when there is something to take. */
    @Override
    public void written(Entry entry, Drill drill) {
        if (endpoint != null
                && entry.event() instanceof DrillEvent.ImpactSeen
                && drill.marks().acknowledged() == null) {
            screen.line("           nobody has taken it yet: " + new LiveWords(drill.briefing()).acknowledge());
        }
    }

    @Override
    public void close() {
        if (endpoint != null) {
            endpoint.close();
        }
    }
}
