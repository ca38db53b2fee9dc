package dev.understudy.simulated.api;

import dev.understudy.simulated.access.Escalation;
import dev.understudy.simulated.access.Permissions;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.MemoryStore;
import dev.understudy.simulated.store.Refusals;
import dev.understudy.simulated.table.Tables;
import dev.understudy.simulated.traffic.Traffic;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds who answers a request. A new subresource is one more line. */
final class Router implements Endpoint {
    private static final Set<String> REVIEW_GROUPS = Set.of("authorization.k8s.io", "authentication.k8s.io");

    private final Endpoint paths;
    private final Endpoint reviews;
    private final Endpoint usage;
    private final Reading reading;
    private final Writing writing;
    private final Deleting deleting;
    private final Map<String, Endpoint> subresources;

    Router(Backing backing, Permissions permissions, Tables tables, PodLog logs) {
        MemoryStore store = backing.store();
        InstantSource clock = backing.clock();
        paths = new Paths(store.kinds());
        reviews = new Reviews(permissions, backing.logins());
        usage = new UsageMetrics(store, new Traffic(store)::perSecond, clock);
        reading = new Reading(store, tables);
        writing = new Writing(store, new Escalation(store, permissions));
        deleting = new Deleting(store);
        subresources = Map.of(
                "status", this::status,
                "scale", new Scaling(store),
                "eviction", new Evicting(store, clock),
                "log", logs,
                "proxy", new ServiceProxy(store, backing.services()),
                "finalize", new Finalizing(store),
                "ephemeralcontainers", this::status,
                "token", new AccountTokenRequests(store, backing.accounts(), clock));
    }

    @Override
    public Reply answer(Ask ask) {
        Target target = ask.target();
        if (!target.isResource()) {
            return paths.answer(ask);
        }
        // Only a proxy has something behind it that a path may lead to.
        if (!target.rest().isEmpty() && !target.subresource().equals("proxy")) {
            throw Statuses.notServed(target.path());
        }
        if (target.kind() == null && REVIEW_GROUPS.contains(target.group())) {
            return reviews.answer(ask);
        }
        if (target.kind() == null && target.group().equals(UsageMetrics.GROUP)) {
            return usage.answer(ask);
        }
        Kind kind = ask.kind();
        Reply reply = target.subresource().isEmpty() ? object(ask) : part(ask, kind);
        List<String> notices = Notices.about(ask, kind);
        return notices.isEmpty() ? reply : reply.warning(notices);
    }

    private Reply part(Ask ask, Kind kind) {
        Target target = ask.target();
        Endpoint endpoint = subresources.get(target.subresource());
        if (endpoint == null || !kind.subresources().contains(target.subresource())) {
            throw ask.kinds().definition(kind).isPresent()
                    ? Refusals.notFound(kind, target.name())
                    : Statuses.notServed(target.path());
        }
        return endpoint.answer(ask);
    }

    private Reply object(Ask ask) {
        boolean named = !ask.target().name().isEmpty();
        return switch (ask.target().verb()) {
            case "get" -> reading.get(ask);
            case "list" -> reading.list(ask);
            case "create" -> named ? notAllowed() : writing.create(ask);
            case "update" -> named ? writing.update(ask) : notAllowed();
            case "patch" -> named ? writing.patch(ask) : notAllowed();
            case "delete" -> deleting.one(ask);
            case "deletecollection" -> deleting.selection(ask);
            default -> notAllowed();
        };
    }

    private Reply status(Ask ask) {
        return switch (ask.target().verb()) {
            case "get" -> reading.get(ask);
            case "update" -> writing.update(ask);
            case "patch" -> writing.patch(ask);
            default -> notAllowed();
        };
    }

    private static Reply notAllowed() {
        throw Statuses.notAllowed();
    }
}
