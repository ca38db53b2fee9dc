package dev.understudy.simulated.node;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Marks;

/**
 * Whether a node has power. Every Node object of a simulated cluster has a kubelet, unless an annotation says
 * {@code off}: then its kubelet neither reports nor does anything with its pods, as when the machine is dead. Taking the
 * annotation away boots it again. With {@code by-hand} it has no kubelet either, but what somebody writes into its status
 * stands, as if it had just been reported.
 */
public final class Power {
    /** On a Node: {@code off} stops its kubelet and kills what runs there; {@code by-hand} leaves it to others. */
    public static final String ANNOTATION = "simulated.understudy.dev/power";

    private Power() {}

    /** Tells whether the kubelet of a node runs. */
    public static boolean isOn(ObjectNode node) {
        return !isOff(node) && !Marks.annotation(node, ANNOTATION).equals("by-hand");
    }

    /** Tells whether a node is dead. */
    static boolean isOff(ObjectNode node) {
        return Marks.annotation(node, ANNOTATION).equals("off");
    }
}
