package dev.understudy.simulated.controller.daemon;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** What a DaemonSet does next: the nodes that get a pod, and the pods that go. */
record Moves(List<String> onto, List<ObjectNode> away) {
    Moves() {
        this(new ArrayList<>(), new ArrayList<>());
    }

    boolean isEmpty() {
        return onto.isEmpty() && away.isEmpty();
    }
}
