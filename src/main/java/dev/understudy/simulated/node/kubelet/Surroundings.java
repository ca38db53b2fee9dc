package dev.understudy.simulated.node.kubelet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What the containers of one pod find around them. */
interface Surroundings {
    /** Returns a ConfigMap ({@code configmap}) or Secret ({@code secret}) of the pod's namespace. */
    Optional<ObjectNode> config(String kind, String name);

    /** Tells whether every Service that the pod depends on answers. */
    boolean reachesOthers();

    /** Tells whether the command of a container is really run, so that whoever runs it says when it has ended. */
    boolean runs(JsonNode container);
}
