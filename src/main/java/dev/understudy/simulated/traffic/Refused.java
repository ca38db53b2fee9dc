package dev.understudy.simulated.traffic;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** Why a request reaches no pod, in the words of the API server's service proxy. */
record Refused(int code, String reason, String message) {
    static Refused noService(String name) {
        return new Refused(404, "NotFound", "services \"" + name + "\" not found");
    }

    static Refused noPort(String port, String service) {
        return unavailable("no service port " + port + " found for service \"" + service + "\"");
    }

    static Refused noEndpoints(String service) {
        return unavailable("no endpoints available for service \"" + service + "\"");
    }

    /** The pod is there, and nothing listens on the port. */
    static Refused notListening(String address, int port) {
        return unavailable(
                "error trying to reach service: dial tcp " + address + ":" + port + ": connect: connection refused");
    }

    /** The address belongs to nobody in this cluster. */
    static Refused lost(String address, int port) {
        return unavailable("error trying to reach service: dial tcp " + address + ":" + port + ": i/o timeout");
    }

    private static Refused unavailable(String message) {
        return new Refused(503, "ServiceUnavailable", message);
    }

    /** Returns the answer that carries this refusal as a Status. */
    Answer answer() {
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        status.put("kind", "Status").put("apiVersion", "v1").putObject("metadata");
        status.put("status", "Failure")
                .put("message", message)
                .put("reason", reason)
                .put("code", code);
        return new Answer(code, "application/json", status.toString(), Duration.ZERO);
    }
}
