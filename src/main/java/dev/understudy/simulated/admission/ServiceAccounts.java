package dev.understudy.simulated.admission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.store.Admission;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Proposal;
import java.time.Duration;
import java.util.Optional;

/** Lets each pod run as a service account that is there, with the account's token where programs look for it. */
final class ServiceAccounts implements Admission {
    private static final String DEFAULT = "default";
    private static final String MIRROR = "kubernetes.io/config.mirror";
    /** How long a namespace may be without its first account, which a controller creates; the server waits for it. */
    private static final Duration ARRIVAL = Duration.ofSeconds(1);

    @Override
    public void complete(Proposal proposal) {
        if (!proposal.kind().equals(Kinds.POD)
                || !proposal.isCreation()
                || !Marks.annotation(proposal.object(), MIRROR).isEmpty()) {
            return;
        }
        ObjectNode spec = proposal.object().withObjectProperty("spec");
        String name = spec.path("serviceAccountName").asText();
        if (name.isEmpty()) {
            name = DEFAULT;
            spec.put("serviceAccountName", name).put("serviceAccount", name);
        }
        ObjectNode account = find(proposal, name);
        if (wantsToken(account, spec)) {
            TokenVolume.mount(spec);
        }
        if (spec.path("imagePullSecrets").isEmpty()
                && !account.path("imagePullSecrets").isEmpty()) {
            spec.set("imagePullSecrets", account.path("imagePullSecrets").deepCopy());
        }
    }

    private static ObjectNode find(Proposal proposal, String name) {
        Optional<ObjectNode> found = proposal.store().get(Kinds.SERVICE_ACCOUNT, proposal.namespace(), name);
        if (found.isEmpty() && name.equals(DEFAULT) && isNew(proposal)) {
            return JsonNodeFactory.instance.objectNode();
        }
        return found.orElseThrow(() -> proposal.forbidden("error looking up service account " + proposal.namespace()
                + "/" + name + ": serviceaccount \"" + name + "\" not found"));
    }

    private static boolean isNew(Proposal proposal) {
        return proposal.store()
                .get(Kinds.NAMESPACE, "", proposal.namespace())
                .filter(home -> Marks.created(home).plus(ARRIVAL.plusSeconds(1)).isAfter(proposal.now()))
                .isPresent();
    }

    /** What the pod says counts before what its account says. */
    private static boolean wantsToken(ObjectNode account, ObjectNode spec) {
        JsonNode own = spec.path("automountServiceAccountToken");
        return own.isBoolean()
                ? own.asBoolean()
                : account.path("automountServiceAccountToken").asBoolean(true);
    }
}
