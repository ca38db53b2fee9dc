package dev.understudy.simulated.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.access.AccountTokens;
import dev.understudy.simulated.rules.Cause;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.MemoryStore;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.Refusals;
import dev.understudy.simulated.store.StatusException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Answers for {@code serviceaccounts/token}: a token with which the account logs in. */
final class AccountTokenRequests implements Endpoint {
    private static final Kind REQUEST =
            new Kind("authentication.k8s.io", "v1", "TokenRequest", "tokenrequests", List.of(), true, Set.of());
    private static final long USUAL_SECONDS = 3_600;
    private static final long LEAST_SECONDS = 600;
    private static final long MOST_SECONDS = 1L << 32;

    private final MemoryStore store;
    private final AccountTokens tokens;
    private final InstantSource clock;

    AccountTokenRequests(MemoryStore store, AccountTokens tokens, InstantSource clock) {
        this.store = store;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public Reply answer(Ask ask) {
        if (!ask.target().verb().equals("create")) {
            throw Statuses.notAllowed();
        }
        String name = ask.target().name();
        String namespace = ask.target().namespace();
        ObjectNode account = store.get(Kinds.SERVICE_ACCOUNT, namespace, name)
                .orElseThrow(() -> Refusals.notFound(Kinds.SERVICE_ACCOUNT, name));
        if (!(Bodies.read(ask).value() instanceof ObjectNode request)) {
            throw Refusals.badRequest("a TokenRequest is expected");
        }
        ObjectNode spec = request.withObjectProperty("spec");
        long seconds = seconds(spec);
        requireBound(spec.path("boundObjectRef"), namespace);
        List<String> audiences = new ArrayList<>();
        spec.path("audiences").forEach(audience -> audiences.add(audience.asText()));
        if (audiences.isEmpty()) {
            audiences.add(AccountTokens.AUDIENCE);
        }
        audiences.forEach(spec.putArray("audiences")::add);
        spec.put("expirationSeconds", seconds);
        request.put("kind", "TokenRequest").put("apiVersion", "authentication.k8s.io/v1");
        request.withObjectProperty("metadata")
                .put("name", name)
                .put("namespace", namespace)
                .put("uid", Meta.uid(account))
                .put("creationTimestamp", Meta.timestamp(clock.instant()));
        Duration lifetime = Duration.ofSeconds(seconds);
        request.putObject("status")
                .put("token", tokens.issue(account, audiences, lifetime))
                .put("expirationTimestamp", Meta.timestamp(clock.instant().plus(lifetime)));
        return Reply.json(201, request);
    }

    private static long seconds(JsonNode spec) {
        long seconds = spec.path("expirationSeconds").asLong(USUAL_SECONDS);
        if (seconds < LEAST_SECONDS) {
            throw outOfRange(seconds, "less than 10 minutes");
        }
        if (seconds > MOST_SECONDS) {
            throw outOfRange(seconds, "larger than 2^32 seconds");
        }
        return seconds;
    }

    private static StatusException outOfRange(long seconds, String bound) {
        String why = "Invalid value: " + seconds + ": may not specify a duration " + bound;
        return Refusals.invalid(REQUEST, "", List.of(new Cause("FieldValueInvalid", why, "spec.expirationSeconds")));
    }

    private void requireBound(JsonNode reference, String namespace) {
        Kind kind = reference.path("kind").asText("").equals("Secret") ? Kinds.SECRET : Kinds.POD;
        String name = reference.path("name").asText("");
        if (!name.isEmpty() && store.view(kind, namespace, name).isEmpty()) {
            throw Refusals.notFound(kind, name);
        }
    }
}
