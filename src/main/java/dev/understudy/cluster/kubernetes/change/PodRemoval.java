package dev.understudy.cluster.kubernetes.change;

import dev.understudy.cluster.Applied;
import dev.understudy.cluster.Change;
import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.ClusterException.Kind;
import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.kubernetes.wire.ApiServer;
import dev.understudy.cluster.kubernetes.wire.Call;
import dev.understudy.cluster.kubernetes.wire.PlainJson;
import dev.understudy.cluster.kubernetes.wire.Reply;
import dev.understudy.cluster.kubernetes.wire.Retries;
import dev.understudy.cluster.kubernetes.wire.StatusFailure;
import java.util.Optional;

/** Deletes or evicts a pod that its controller replaces. */
final class PodRemoval {
    private final ApiServer server;

    PodRemoval(ApiServer server) {
        this.server = server;
    }

    /** Checks that the pod is one that comes back; a dry run would tell no more. */
    Change.RemovePod preview(Change.RemovePod change) {
        ClusterObject live = server.find(change.object())
                .orElseThrow(() -> new ClusterException(Kind.NOT_FOUND, change.object() + " is not there"));
        refusal(change, live).ifPresent(why -> {
            throw new ClusterException(Kind.INVALID, why);
        });
        return change;
    }

    Applied apply(Change.RemovePod change) {
        boolean sent = false;
        ClusterException trouble = new ClusterException(Kind.CONFLICT, "it is still there");
        Retries retries = new Retries();
        while (true) {
            try {
                Optional<ClusterObject> there =
                        server.find(change.object()).filter(p -> p.uid().equals(change.uid()));
                if (there.isEmpty() || PlainJson.at(there.get().json(), "metadata", "deletionTimestamp") != null) {
                    return sent
                            ? new Applied.Made(change)
                            : new Applied.Gone(change, change.object() + " is gone or going already");
                }
                Optional<String> why = refusal(change, there.get());
                if (why.isPresent()) {
                    return new Applied.Refused(change, why.get());
                }
                Call call = change.evict()
                        ? Call.evict(change.object(), change.uid(), change.grace())
                        : Call.deletePod(change.object(), change.uid(), change.grace());
                sent = true;
                Reply reply = server.ask(call);
                if (reply.ok()) {
                    return new Applied.Made(change);
                }
                Optional<String> budget = budget(reply);
                if (budget.isPresent()) {
                    return new Applied.HeldBack(change, budget.get());
                }
                if (isFinal(reply)) {
                    return new Applied.Refused(change, StatusFailure.words(call, reply));
                }
                trouble = server.failure(call, reply);
                retries.pause();
            } catch (ClusterException e) {
                if (!sent) {
                    return new Applied.Refused(change, e.getMessage());
                }
                trouble = e;
                retries.pause(e);
            }
            if (!retries.left()) {
                throw Writes.unknown(change.object() + " was removed", trouble);
            }
        }
    }

    /** Returns why a disruption budget has no room for the eviction now; empty when the answer is about something else. */
    private static Optional<String> budget(Reply reply) {
        if (reply.status() != 429) {
            return Optional.empty();
        }
        return PlainJson.objects(PlainJson.at(reply.json(), "details", "causes")).stream()
                .filter(cause -> "DisruptionBudget".equals(cause.get("reason")))
                .map(cause -> reply.message() + " " + PlainJson.text(cause, "message"))
                .findFirst();
    }

    private static boolean isFinal(Reply reply) {
        return switch (reply.status()) {
            case 404, 409, 429 -> false;
            // a mistake of whoever wrote the budgets, answered as an error of the server
            case 500 -> reply.message().contains("more than one PodDisruptionBudget");
            default -> reply.status() < 500;
        };
    }

    private static Optional<String> refusal(Change.RemovePod change, ClusterObject live) {
        if (PlainJson.at(live.json(), "metadata", "annotations", "kubernetes.io/config.mirror") != null) {
            return Optional.of(change.object() + " is a static pod: only its node can remove it");
        }
        return Owners.controller(live.json()).isEmpty()
                ? Optional.of(change.object() + " has no controller: nothing would bring it back")
                : Optional.empty();
    }
}
