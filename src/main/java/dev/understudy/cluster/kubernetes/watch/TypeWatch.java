package dev.understudy.cluster.kubernetes.watch;

import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.ClusterException.Kind;
import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.Sighting;
import dev.understudy.cluster.kubernetes.wire.ApiServer;
import dev.understudy.cluster.kubernetes.wire.Call;
import dev.understudy.cluster.kubernetes.wire.LineStream;
import dev.understudy.cluster.kubernetes.wire.PlainJson;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows what one {@link Watched} names, for any number of subscriptions.
 *
 * <p>Lists, then watches from the list's version. A stream that the server ends in good order goes on from the last
 * version seen; a version that has become too old is listed again; after a broken stream everything is listed again,
 * between {@code Blind} and {@code Seeing}, because nothing tells when a resumed one has caught up.
 */
final class TypeWatch implements AutoCloseable {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    /** The server ends the stream after this many seconds, so that none lives for ever. */
    private static final String STREAM_SECONDS = "540";

    private final ApiServer server;
    private final Watched what;
    private final InstantSource clock;
    private final Thread thread;
    private final List<Subscription> subscriptions = new ArrayList<>();
    private final Map<ObjectRef, ClusterObject> known = new LinkedHashMap<>();
    private boolean seeing;
    private @Nullable Sighting blind;
    private volatile boolean closed;
    private volatile @Nullable LineStream stream;

    TypeWatch(ApiServer server, Watched what, InstantSource clock) {
        this.server = server;
        this.what = what;
        this.clock = clock;
        thread = Thread.ofVirtual().name("watch " + what.type().plural()).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Adds a listener and tells it what is known so far. */
    synchronized void add(Subscription subscription) {
        known.values().forEach(o -> subscription.put(new Sighting.Present(clock.instant(), o)));
        if (seeing) {
            subscription.put(new Sighting.Seeing(clock.instant(), what.type()));
        } else if (blind != null) {
            subscription.put(blind);
        }
        subscriptions.add(subscription);
    }

    /** Removes a listener; tells whether none is left. */
    synchronized boolean remove(Subscription subscription) {
        subscriptions.remove(subscription);
        return subscriptions.isEmpty();
    }

    /** Ends the current stream because the server was found not to answer. */
    void cut(ClusterException why) {
        LineStream current = stream;
        if (current != null) {
            current.cut(why);
        }
    }

    @Override
    public void close() {
        closed = true;
        LineStream current = stream;
        if (current != null) {
            current.close();
        }
        thread.interrupt();
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        while (!closed) {
            try {
                String version = list();
                long listed = System.nanoTime();
                if (version.isEmpty()) {
                    return;
                }
                follow(version);
                // a version that is too old at once would have us list without end
                pause = System.nanoTime() - listed < LONGEST_PAUSE.toNanos() ? rest(pause) : FIRST_PAUSE;
            } catch (ClusterException e) {
                if (closed) {
                    return;
                }
                blinded(e.getMessage());
                pause = rest(pause);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private Duration rest(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            closed = true;
        }
        Duration longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }

    /** Watches until the version is too old. */
    private void follow(String from) throws InterruptedException {
        String version = from;
        while (!closed) {
            Call call = what.list(Map.of(
                    "watch",
                    "true",
                    "allowWatchBookmarks",
                    "true",
                    "timeoutSeconds",
                    STREAM_SECONDS,
                    "resourceVersion",
                    version));
            try (LineStream lines = server.follow(call)) {
                stream = lines;
                long opened = System.nanoTime();
                Optional<String> reached = read(lines, version);
                if (reached.isEmpty()) {
                    return;
                }
                version = reached.get();
                if (System.nanoTime() - opened < FIRST_PAUSE.toNanos()) {
                    Thread.sleep(FIRST_PAUSE);
                }
            } catch (ClusterException e) {
                if (e.kind() == Kind.NOT_FOUND) {
                    return;
                }
                throw e;
            } finally {
                stream = null;
            }
        }
    }

    /** Reads to the stream's end; returns the last version seen, or empty when it was too old. */
    private Optional<String> read(LineStream lines, String from) throws InterruptedException {
        String version = from;
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            Map<String, Object> event = parse(line.get());
            Map<String, Object> object = PlainJson.object(event.get("object"));
            switch (PlainJson.text(event, "type")) {
                case "ADDED", "MODIFIED" -> present(what.object(object));
                case "DELETED" -> removed(what.object(object));
                case "ERROR" -> {
                    if (PlainJson.at(object, "code") instanceof Number n && n.intValue() == 410) {
                        return Optional.empty();
                    }
                    throw new ClusterException(
                            Kind.UNAVAILABLE, "the watch was ended: " + PlainJson.text(object, "message"));
                }
                case "BOOKMARK" -> {
                    // only the version counts
                }
                default -> throw new ClusterException(Kind.UNREACHABLE, "the watch shows what is no event");
            }
            version = PlainJson.text(object, "metadata", "resourceVersion");
        }
        return Optional.of(version);
    }

    private static Map<String, Object> parse(String line) {
        try {
            return PlainJson.parse(line);
        } catch (IllegalArgumentException e) {
            throw new ClusterException(Kind.UNREACHABLE, "the watch was cut in the middle of an event", e);
        }
    }

    private String list() {
        Listing now = Listing.of(server, what);
        synchronized (this) {
            Map<ObjectRef, ClusterObject> gone = new LinkedHashMap<>(known);
            now.objects().forEach(o -> gone.remove(o.ref()));
            gone.values().forEach(this::removed);
            now.objects().forEach(this::present);
            if (!seeing) {
                seeing = true;
                tell(new Sighting.Seeing(clock.instant(), what.type()));
            }
        }
        return now.version();
    }

    private synchronized void present(ClusterObject object) {
        ClusterObject before = known.put(object.ref(), object);
        if (before == null || !before.resourceVersion().equals(object.resourceVersion())) {
            tell(new Sighting.Present(clock.instant(), object));
        }
    }

    private synchronized void removed(ClusterObject object) {
        known.remove(object.ref());
        tell(new Sighting.Removed(clock.instant(), object));
    }

    private synchronized void blinded(String why) {
        if (seeing || blind == null) {
            seeing = false;
            blind = new Sighting.Blind(clock.instant(), what.type(), why);
            tell(blind);
        }
    }

    private void tell(Sighting sighting) {
        subscriptions.forEach(s -> s.put(sighting));
    }
}
