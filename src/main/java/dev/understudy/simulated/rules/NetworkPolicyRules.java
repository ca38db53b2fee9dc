package dev.understudy.simulated.rules;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Network policies. */
final class NetworkPolicyRules implements KindRules {
    @Override
    public void fill(ObjectNode object) {
        ObjectNode spec = Fill.object(object, "spec");
        if (spec.path("policyTypes").isEmpty()) {
            ArrayNode types = spec.putArray("policyTypes").add("Ingress");
            if (!spec.path("egress").isEmpty()) {
                types.add("Egress");
            }
        }
    }
}
