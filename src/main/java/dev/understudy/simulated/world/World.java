package dev.understudy.simulated.world;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.admission.SystemPriorities;
import dev.understudy.simulated.alerts.AlertRule;
import dev.understudy.simulated.controller.storage.Disks;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.store.Kind;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.store.StatusException;
import dev.understudy.simulated.store.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;

/** What a simulated cluster begins with, read from ordinary manifests. */
public final class World {
    /** The world is applied as somebody with kubectl would have done it, so that kubectl apply works on it as usual. */
    private static final Writer WRITER = Writer.updating("kubectl-client-side-apply");

    private final String file;
    private final List<Manifest> manifests;

    private final List<AlertRule> rules;

    private World(String file, List<Manifest> manifests, List<AlertRule> rules) {
        this.file = file;
        this.manifests = List.copyOf(manifests);
        this.rules = List.copyOf(rules);
    }

    /**
     * Reads manifests: several documents, and lists of objects, as kubectl accepts them. Objects without a namespace
     * belong to {@code default}.
     *
     * @param yaml at most 1 MiB
     * @param file what problems call the text
     * @throws WorldException with every problem, when there is one; nothing is created then
     */
    public static World read(String yaml, String file) {
        Reading reading = new Reading(file);
        return new World(file, reading.read(yaml), reading.rules());
    }

    /** Returns the alerting rules of the file's PrometheusRule documents; later changes of these objects change no rule. */
    public List<AlertRule> rules() {
        return rules;
    }

    /** Returns the objects in the order of the file. */
    public List<ObjectNode> objects() {
        return manifests.stream().map(manifest -> manifest.object().deepCopy()).toList();
    }

    /**
     * Creates the objects: namespaces first, then nodes, then definitions, then the rest in the order of the file. The
     * namespaces of every cluster are added, and the nodes {@code node-a} and {@code node-b} when the file has none.
     *
     * @throws WorldException with every object that the store refuses; the others are created
     */
    public void apply(ObjectStore store) {
        begin(store);
        if (manifests.stream().noneMatch(manifest -> manifest.kind().equals(Kinds.NODE))) {
            ensureNode(store, "node-a", "a");
            ensureNode(store, "node-b", "b");
        }
        List<WorldProblem> refused = new ArrayList<>();
        manifests.stream().sorted(Comparator.comparingInt(World::turn)).forEach(manifest -> {
            try {
                create(store, manifest);
            } catch (StatusException refusal) {
                Mark place = manifest.place();
                refused.add(new WorldProblem(
                        file, place.getLine() + 1, place.getColumn() + 1, String.valueOf(refusal.getMessage())));
            }
        });
        if (!refused.isEmpty()) {
            throw new WorldException(refused);
        }
    }

    /** Creates the namespaces and priority classes that every cluster has, where they are not there yet. */
    public static void begin(ObjectStore store) {
        SystemPriorities.create(store);
        Disks.offerStandard(store);
        WorldChecks.ALWAYS_THERE.stream().sorted().forEach(name -> ensure(store, Kinds.NAMESPACE, name));
    }

    private static int turn(Manifest manifest) {
        return List.of(Kinds.NAMESPACE, Kinds.NODE, Kinds.DEFINITION).indexOf(manifest.kind()) & Integer.MAX_VALUE;
    }

    private static void create(ObjectStore store, Manifest manifest) {
        ObjectNode object = Applied.of(manifest.object());
        var present = store.get(manifest.kind(), manifest.namespace(), Meta.name(object));
        if (present.isPresent() && manifest.kind().equals(Kinds.NAMESPACE)) {
            relabel(store, present.get(), object);
        } else {
            if (present.isPresent() && manifest.kind().equals(Kinds.STORAGE_CLASS)) {
                // the file's own class takes the place of the one that every cluster has
                store.delete(Kinds.STORAGE_CLASS, "", Meta.name(object), "", "Background", 0, WRITER);
            }
            store.create(manifest.kind(), object, WRITER);
        }
    }

    /** A namespace that every cluster has may be in the file for the sake of its labels. */
    private static void relabel(ObjectStore store, ObjectNode present, ObjectNode wanted) {
        ObjectNode metadata = present.withObjectProperty("metadata");
        Marks.labels(wanted)
                .properties()
                .forEach(label -> metadata.withObjectProperty("labels").set(label.getKey(), label.getValue()));
        store.update(Kinds.NAMESPACE, present, WRITER);
    }

    private static void ensureNode(ObjectStore store, String name, String zone) {
        ObjectNode node = draft(Kinds.NODE, name);
        node.withObjectProperty("metadata")
                .withObjectProperty("labels")
                .put("kubernetes.io/hostname", name)
                .put("kubernetes.io/os", "linux")
                .put("topology.kubernetes.io/zone", zone);
        if (store.get(Kinds.NODE, "", name).isEmpty()) {
            store.create(Kinds.NODE, node, Writer.updating("kubelet"));
        }
    }

    private static void ensure(ObjectStore store, Kind kind, String name) {
        if (store.get(kind, "", name).isEmpty()) {
            store.create(kind, draft(kind, name), Writer.updating("kube-apiserver"));
        }
    }

    private static ObjectNode draft(Kind kind, String name) {
        ObjectNode draft = JsonNodeFactory.instance.objectNode();
        draft.put("apiVersion", kind.apiVersion()).put("kind", kind.kind());
        draft.putObject("metadata").put("name", name);
        return draft;
    }
}
