package dev.understudy.simulated.reconcile;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a component has to say about an object.
 *
 * @param component who says it, such as {@code kubelet}
 * @param host the node that the component runs on, may be empty
 * @param container name of the container meant, or the path of it where it is none of the main ones, may be empty
 * @param warning whether people should worry
 * @param reason one word, such as {@code Scheduled}
 * @param message a sentence
 */
public record Remark(String component, String host, String container, boolean warning, String reason, String message) {
    public static Remark normal(String component, String reason, String message) {
        return new Remark(component, "", "", false, reason, message);
    }

    public static Remark warning(String component, String reason, String message) {
        return new Remark(component, "", "", true, reason, message);
    }

    /** Returns the same remark in other words. */
    Remark saying(String words) {
        return new Remark(component, host, container, warning, reason, words);
    }

    void writeTo(ObjectNode event) {
        event.put("type", warning ? "Warning" : "Normal").put("reason", reason).put("message", message);
        var source = event.putObject("source").put("component", component);
        if (!host.isEmpty()) {
            source.put("host", host);
        }
        event.put("reportingComponent", component).put("reportingInstance", host);
    }
}
