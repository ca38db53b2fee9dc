package dev.understudy.simulated.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.Admission;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Proposal;
import java.util.List;

/** Lets every pod stay five minutes on a node that is lost, unless the pod says how long itself. */
final class DefaultTolerations implements Admission {
    private static final List<String> LOST = List.of("node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable");
    private static final String EFFECT = "NoExecute";
    private static final int SECONDS = 300;

    @Override
    public void complete(Proposal proposal) {
        if (proposal.kind().equals(Kinds.POD)) {
            ObjectNode spec = proposal.object().withObjectProperty("spec");
            List<String> missing =
                    LOST.stream().filter(taint -> !tolerates(spec, taint)).toList();
            missing.forEach(taint -> spec.withArrayProperty("tolerations")
                    .addObject()
                    .put("key", taint)
                    .put("operator", "Exists")
                    .put("effect", EFFECT)
                    .put("tolerationSeconds", SECONDS));
        }
    }

    private static boolean tolerates(ObjectNode spec, String taint) {
        for (JsonNode toleration : spec.path("tolerations")) {
            String key = toleration.path("key").asText();
            String effect = toleration.path("effect").asText();
            if ((key.isEmpty() || key.equals(taint)) && (effect.isEmpty() || effect.equals(EFFECT))) {
                return true;
            }
        }
        return false;
    }
}
