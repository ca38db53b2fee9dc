package dev.understudy.cluster.kubernetes.record;

import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.ClusterException.Kind;
import dev.understudy.cluster.ClusterObject;
import dev.understudy.cluster.ObjectRef;
import dev.understudy.cluster.kubernetes.wire.ApiServer;
import dev.understudy.cluster.kubernetes.wire.Call;
import dev.understudy.cluster.kubernetes.wire.Reply;
import dev.understudy.cluster.kubernetes.wire.Retries;
import java.util.Optional;
import java.util.function.Predicate;

/** Writes and removes what belongs to a record. An answer that was lost or left open is settled by reading. */
final class RecordObjects {
    private final ApiServer server;

    RecordObjects(ApiServer server) {
        this.server = server;
    }

    /**
     * Writes, until the server says so or shows it; a server that fails is asked again for a while.
     *
     * @param call the same write at each attempt: done twice it must mean the same, or be refused
     * @param done tells by the object as it is whether the write was carried out
     * @throws ClusterException of kind {@code CONFLICT} when somebody else has written instead
     */
    ClusterObject put(Call call, ObjectRef ref, Predicate<ClusterObject> done) {
        Retries retries = new Retries();
        while (true) {
            ClusterException trouble;
            try {
                Reply reply = server.ask(call);
                if (reply.ok()) {
                    return new ClusterObject(ref, reply.json());
                }
                trouble = server.failure(call, reply);
            } catch (ClusterException e) {
                trouble = e;
            }
            if (!trouble.passing()) {
                throw trouble;
            }
            Optional<ClusterObject> now = look(ref, retries).filter(done);
            if (now.isPresent()) {
                return now.get();
            }
            retries.pause();
            if (trouble.kind() == Kind.CONFLICT || !retries.left()) {
                throw trouble;
            }
        }
    }

    private Optional<ClusterObject> look(ObjectRef ref, Retries retries) {
        while (true) {
            try {
                return server.find(ref);
            } catch (ClusterException e) {
                retries.pause(e);
                if (!retries.left()) {
                    throw e;
                }
            }
        }
    }

    /**
     * Deletes, until it is gone.
     *
     * @param ours tells whether the object that stands there is the one that must go
     */
    void remove(ObjectRef ref, Predicate<ClusterObject> ours) {
        Retries retries = new Retries();
        while (true) {
            try {
                Optional<ClusterObject> there = server.find(ref).filter(ours);
                if (there.isEmpty()) {
                    return;
                }
                Call call = Call.delete(ref, there.get().uid());
                Reply reply = server.ask(call);
                if (reply.ok() || reply.status() == 404) {
                    return;
                }
                throw server.failure(call, reply);
            } catch (ClusterException e) {
                retries.pause(e);
                if (!retries.left()) {
                    throw e;
                }
            }
        }
    }
}
