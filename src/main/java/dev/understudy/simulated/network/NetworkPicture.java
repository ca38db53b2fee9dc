package dev.understudy.simulated.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The network at one moment, indexed. Never changes, and is shared by threads. */
public final class NetworkPicture {
    private static final String SERVICE_NAME = "kubernetes.io/service-name";

    private final Map<ServiceName, Peer> pods = new HashMap<>();
    private final Map<String, Peer> podsByAddress = new HashMap<>();
    private final Map<ServiceName, ObjectNode> services = new HashMap<>();
    private final Map<String, ObjectNode> servicesByAddress = new HashMap<>();
    private final Map<ServiceName, List<ObjectNode>> slices = new HashMap<>();
    private final Map<Kind, Map<ServiceName, ObjectNode>> settings = new HashMap<>();
    private final List<ObjectNode> ingresses;
    private final List<ObjectNode> ingressClasses;
    private final Firewall firewall;

    private NetworkPicture(ObjectStore store, @Nullable NetworkPicture before) {
        store.view(Kinds.POD, "").forEach(pod -> addPod(pod, before));
        store.view(Kinds.SERVICE, "").forEach(this::addService);
        store.view(Kinds.ENDPOINT_SLICE, "").forEach(this::addSlice);
        for (Kind kind : List.of(Kinds.CONFIG_MAP, Kinds.SECRET)) {
            Map<ServiceName, ObjectNode> all = new HashMap<>();
            store.view(kind, "").forEach(object -> all.put(name(object), object));
            settings.put(kind, all);
        }
        ingresses = store.view(Kinds.INGRESS, "").toList();
        ingressClasses = store.view(Kinds.INGRESS_CLASS, "").toList();
        Map<String, JsonNode> namespaces = new HashMap<>(GivenPods.NAMESPACES);
        store.view(Kinds.NAMESPACE, "").forEach(each -> namespaces.put(Meta.name(each), Marks.labels(each)));
        firewall = new Firewall(
                store.view(Kinds.NETWORK_POLICY, "").map(Policy::read).toList(), namespaces);
    }

    /** Takes a picture; what an earlier one has read and is still the same is not read again. */
    static NetworkPicture of(ObjectStore store, @Nullable NetworkPicture before) {
        return new NetworkPicture(store, before);
    }

    private void addPod(ObjectNode pod, @Nullable NetworkPicture before) {
        ServiceName name = name(pod);
        Peer known = before == null ? null : before.pods.get(name);
        // a stored object is replaced, never changed: the same object reads the same
        Peer peer = known != null && known.object() == pod ? known : Peer.of(pod);
        pods.put(name, peer);
        if (peer.sort() == Peer.Sort.POD && !peer.address().isEmpty()) {
            podsByAddress.put(peer.address(), peer);
        }
    }

    private void addService(ObjectNode service) {
        services.put(name(service), service);
        String address = service.path("spec").path("clusterIP").asText();
        if (Cidr.isAddress(address)) {
            servicesByAddress.put(address, service);
        }
    }

    private void addSlice(ObjectNode slice) {
        ServiceName service = new ServiceName(Meta.namespace(slice), Marks.label(slice, SERVICE_NAME));
        slices.computeIfAbsent(service, _ -> new ArrayList<>()).add(slice);
    }

    static ServiceName name(ObjectNode object) {
        return new ServiceName(Meta.namespace(object), Meta.name(object));
    }

    /** Returns the Service of this name; nobody may change it. */
    public Optional<ObjectNode> service(ServiceName name) {
        return Optional.ofNullable(services.get(name));
    }

    /** Returns every Service. */
    public Collection<ObjectNode> services() {
        return services.values();
    }

    /** Returns every pod. */
    public Collection<Peer> pods() {
        return pods.values();
    }

    /** Returns the pod of this name as it is in this picture. */
    public Optional<Peer> pod(String namespace, String name) {
        return Optional.ofNullable(pods.get(new ServiceName(namespace, name)));
    }

    /** Returns a ConfigMap or a Secret. */
    public Optional<ObjectNode> setting(Kind kind, String namespace, String name) {
        return Optional.ofNullable(settings.getOrDefault(kind, Map.of()).get(new ServiceName(namespace, name)));
    }

    /** Returns every Ingress, by no order. */
    public List<ObjectNode> ingresses() {
        return ingresses;
    }

    /** Returns every IngressClass. */
    public List<ObjectNode> ingressClasses() {
        return ingressClasses;
    }

    Optional<Peer> podAt(String address) {
        return Optional.ofNullable(podsByAddress.get(address));
    }

    Optional<ObjectNode> serviceAt(String address) {
        return Optional.ofNullable(servicesByAddress.get(address));
    }

    List<ObjectNode> slices(ServiceName service) {
        return slices.getOrDefault(service, List.of());
    }

    /** Tells whether the policies let a connection through. */
    public boolean allows(Peer from, Peer to, int port, String protocol) {
        return firewall.allows(from, to, port, protocol);
    }

    /** Tells whether two pods with the same labels are the same to every policy. */
    public boolean treatsTwinsAlike() {
        return firewall.policies().stream().noneMatch(Policy::looksAtAddresses);
    }
}
