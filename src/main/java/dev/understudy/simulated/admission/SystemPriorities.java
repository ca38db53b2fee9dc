package dev.understudy.simulated.admission;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.store.Writer;

/** The two priority classes of every cluster, for the pods that it cannot do without. */
public final class SystemPriorities {
    private static final Writer WRITER = Writer.updating("kube-apiserver");
    private static final int CRITICAL = 2_000_000_000;

    private SystemPriorities() {}

    /** Creates them where they are not there yet. */
    public static void create(ObjectStore store) {
        create(
                store,
                "system-cluster-critical",
                CRITICAL,
                "Used for system critical pods that must run in the cluster, but can be moved to another node if"
                        + " necessary.");
        create(
                store,
                "system-node-critical",
                CRITICAL + 1000,
                "Used for system critical pods that must not be moved from their current node.");
    }

    private static void create(ObjectStore store, String name, int value, String description) {
        if (store.get(Kinds.PRIORITY_CLASS, "", name).isEmpty()) {
            ObjectNode made = JsonNodeFactory.instance.objectNode();
            made.putObject("metadata").put("name", name);
            made.put("value", value).put("description", description);
            store.create(Kinds.PRIORITY_CLASS, made, WRITER);
        }
    }
}
