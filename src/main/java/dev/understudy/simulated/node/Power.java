package dev.understudy.simulated.node;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Marks;

/**
 * Whether a node has power. Every Node object of a simulated cluster has a kubelet, unless the annotation says
 * {@code off}: then its kubelet neither reports nor does anything with its pods, as when the machine is dead. Taking the
 * annotation away boots it again.
 */
public final class Power {
    /** On a Node: {@code off} stops its kubelet and kills what runs there. */
    public static final String ANNOTATION = "simulated.understudy.dev/power";

    private Power() {}

    /** Tells whether the kubelet of a node runs. */
    public static boolean isOn(ObjectNode node) {
        return !Marks.annotation(node, ANNOTATION).equals("off");
    }
}
