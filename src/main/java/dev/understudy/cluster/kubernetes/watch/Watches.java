package dev.understudy.cluster.kubernetes.watch;

import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.ResourceType;
import dev.understudy.cluster.Scope;
import dev.understudy.cluster.Sighting;
import dev.understudy.cluster.kubernetes.wire.ApiServer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All watches of one cluster; those who look at the same share one. While there are any, knocks at the server every few
 * seconds: a connection that died without a word would otherwise look like a quiet cluster. Two knocks without an answer
 * cut the watches, so that such a death shows within about 12 s.
 */
public final class Watches implements AutoCloseable {
    private static final Duration KNOCK = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(3);

    private final ApiServer server;
    private final InstantSource clock;
    private final Map<Watched, TypeWatch> open = new HashMap<>();
    private final Duration pause;
    private @Nullable Thread knocking;

    public Watches(ApiServer server, InstantSource clock) {
        this(server, clock, KNOCK);
    }

    /** @param pause between two knocks */
    Watches(ApiServer server, InstantSource clock, Duration pause) {
        this.server = server;
        this.clock = clock;
        this.pause = pause;
    }

    /** Follows a scope until the returned handle is closed. */
    public synchronized AutoCloseable add(Scope scope, Consumer<Sighting> listener) {
        List<Watched> wanted = new ArrayList<>();
        wanted.add(new Watched(ResourceType.NAMESPACE, "", scope.namespace()));
        scope.types().forEach(type -> wanted.add(new Watched(type, scope.namespace(), "")));
        Subscription subscription = new Subscription(listener);
        for (Watched what : wanted) {
            TypeWatch watch = open.get(what);
            if (watch == null) {
                watch = new TypeWatch(server, what, clock);
                open.put(what, watch);
                watch.add(subscription);
                watch.start();
            } else {
                watch.add(subscription);
            }
        }
        if (knocking == null) {
            knocking = Thread.ofVirtual().name("knock").start(this::knock);
        }
        return () -> remove(wanted, subscription);
    }

    @Override
    public synchronized void close() {
        open.values().forEach(TypeWatch::close);
        open.clear();
        rest();
    }

    private synchronized void remove(List<Watched> wanted, Subscription subscription) {
        subscription.close();
        for (Watched what : wanted) {
            TypeWatch watch = open.get(what);
            if (watch != null && watch.remove(subscription)) {
                open.remove(what);
                watch.close();
            }
        }
        if (open.isEmpty()) {
            rest();
        }
    }

    private void rest() {
        if (knocking != null) {
            knocking.interrupt();
            knocking = null;
        }
    }

    private void knock() {
        int unanswered = 0;
        try {
            while (true) {
                Thread.sleep(pause);
                try {
                    server.knock(ANSWER);
                    unanswered = 0;
                } catch (ClusterException e) {
                    unanswered++;
                    // one slow answer is no dead connection, and a blind moment costs a drill its steadiness
                    if (unanswered > 1) {
                        all().forEach(w -> w.cut(e));
                    }
                }
            }
        } catch (InterruptedException e) {
            // no watch is left
        }
    }

    private synchronized List<TypeWatch> all() {
        return List.copyOf(open.values());
    }
}
