package dev.understudy.simulated.controller.stateful;

import dev.understudy.simulated.object.PodState;
import dev.understudy.simulated.store.StatusException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Takes a StatefulSet as far as it may go now. In order, each pod waits for those below it to be available, the highest
 * goes first, and no update begins before every pod serves; in parallel nothing waits but the update. A broken pod
 * therefore holds up everything, even its own repair, until somebody deletes it: as on every Kubernetes.
 */
final class Steps {
    private final InstantSource clock;
    private final SetPods pods;
    private final SetClaims claims;

    Steps(InstantSource clock, SetPods pods, SetClaims claims) {
        this.clock = clock;
        this.pods = pods;
        this.claims = claims;
    }

    /** Takes the next steps; the store's refusal of one ends them. */
    void take(Rollout rollout, Members members) {
        if (startWanted(rollout, members)) {
            return;
        }
        members.condemned().forEach(member -> claims.assign(rollout.set(), rollout.spec(), member));
        if (!stopCondemned(rollout, members) && !rollout.spec().onDelete()) {
            update(rollout, members);
        }
    }

    /** Tells whether the set has to wait. */
    private boolean startWanted(Rollout rollout, Members members) {
        SetSpec spec = rollout.spec();
        for (int ordinal = spec.start(); ordinal < spec.start() + spec.replicas(); ordinal++) {
            Optional<Member> member = members.wanted(ordinal);
            boolean waits = member.isEmpty() ? start(rollout, ordinal) : keep(rollout, member.get());
            if (waits && !spec.parallel()) {
                return true;
            }
        }
        return false;
    }

    private boolean start(Rollout rollout, int ordinal) {
        if (claims.isStale(rollout.set(), rollout.spec(), ordinal)) {
            return true;
        }
        makeClaims(rollout, ordinal);
        var pod = pods.create(rollout.set(), rollout.revisionFor(ordinal), ordinal);
        claims.assign(rollout.set(), rollout.spec(), new Member(pod, ordinal));
        return true;
    }

    private void makeClaims(Rollout rollout, int ordinal) {
        try {
            claims.make(rollout.set(), ordinal);
        } catch (StatusException refused) {
            pods.failed(rollout.set(), "Create", Identity.podName(rollout.set(), ordinal), refused);
            throw refused;
        }
    }

    private boolean keep(Rollout rollout, Member member) {
        if (PodState.finished(member.pod())) {
            if (!member.isTerminating()) {
                pods.delete(rollout.set(), member);
            }
            return true;
        }
        if (PodState.phase(member.pod()).equals("Pending") && !member.isTerminating()) {
            claims.make(rollout.set(), member.ordinal());
        }
        if (!rollout.spec().parallel() && !member.isHealthy(rollout.spec().minReady(), clock.instant())) {
            return true;
        }
        if (!member.isTerminating()) {
            if (Identity.isLost(member)) {
                pods.restore(rollout.set(), member);
            }
            claims.assign(rollout.set(), rollout.spec(), member);
        }
        return false;
    }

    /** Tells whether the set has to wait. */
    private boolean stopCondemned(Rollout rollout, Members members) {
        SetSpec spec = rollout.spec();
        Instant now = clock.instant();
        Optional<Member> unhealthy = members.firstUnhealthy(spec, now);
        for (Member member : members.condemned()) {
            boolean mayGo = spec.parallel()
                    || member.isAvailable(spec.minReady(), now)
                    || unhealthy.equals(Optional.of(member));
            if (!member.isTerminating() && mayGo) {
                pods.delete(rollout.set(), member);
            }
            if (!spec.parallel()) {
                return true;
            }
        }
        return false;
    }

    /** Deletes the highest pod with an old template, when all above it serve. */
    private void update(Rollout rollout, Members members) {
        SetSpec spec = rollout.spec();
        for (int place = spec.replicas() - 1; place >= spec.partition().orElse(0); place--) {
            Member member = members.wanted(spec.start() + place).orElse(null);
            if (member == null) {
                return;
            }
            if (!member.revision().equals(rollout.update().name()) && !member.isTerminating()) {
                pods.delete(rollout.set(), member);
                return;
            }
            if (!member.isHealthy(spec.minReady(), clock.instant())) {
                return;
            }
        }
    }
}
