package dev.understudy.simulated.network;

import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.ObjectStore;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The network as it is at the moment. A picture of it is taken only when something in it has changed. Thread-safe. */
public final class LiveNetwork {
    /** What the network, and the behaviour of what is on it, is made of. */
    public static final List<Kind> KINDS = List.of(
            Kinds.POD,
            Kinds.SERVICE,
            Kinds.ENDPOINT_SLICE,
            Kinds.NETWORK_POLICY,
            Kinds.NAMESPACE,
            Kinds.INGRESS,
            Kinds.INGRESS_CLASS,
            Kinds.CONFIG_MAP,
            Kinds.SECRET);

    private record Taken(long[] versions, NetworkPicture picture) {}

    private final ObjectStore store;
    private volatile @Nullable Taken latest;

    public LiveNetwork(ObjectStore store) {
        this.store = store;
    }

    /** Returns the network as it is now; the same object until something changes. */
    public NetworkPicture now() {
        long[] versions = KINDS.stream().mapToLong(store::version).toArray();
        Taken taken = latest;
        if (taken == null || !Arrays.equals(taken.versions(), versions)) {
            NetworkPicture before = taken == null ? null : taken.picture();
            taken = new Taken(versions, NetworkPicture.of(store, before));
            latest = taken;
        }
        return taken.picture();
    }
}
