package dev.understudy.simulated.scheduler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the persistent volumes that a pod claims say about its place. */
final class ClaimRules {
    private final ObjectStore store;

    ClaimRules(ObjectStore store) {
        this.store = store;
    }

    /**
     * What is known about one pod's claims.
     *
     * @param refusal why the pod can run nowhere yet, empty when it can
     * @param volumes the volumes that its claims are bound to
     * @param waiting claims that get a volume when the pod's node is known
     */
    record Verdict(Optional<String> refusal, List<JsonNode> volumes, List<ObjectNode> waiting) {
        Optional<Obstacle> obstacle(Place place) {
            for (JsonNode volume : volumes) {
                JsonNode required = volume.path("spec").path("nodeAffinity").path("required");
                if (!required.isMissingNode() && !NodeTerms.any(required.path("nodeSelectorTerms"), place)) {
                    return Optional.of(Obstacle.lasting("node(s) didn't match PersistentVolume's node affinity"));
                }
            }
            return Optional.empty();
        }
    }

    Verdict of(Guest guest) {
        List<JsonNode> volumes = new ArrayList<>();
        List<ObjectNode> waiting = new ArrayList<>();
        for (JsonNode volume : guest.spec().path("volumes")) {
            boolean own = volume.has("ephemeral");
            String name = own
                    ? guest.key().name() + "-" + volume.path("name").asText()
                    : volume.path("persistentVolumeClaim").path("claimName").asText();
            if (!name.isEmpty()) {
                Optional<String> refusal = look(guest.key().namespace(), name, own, volumes, waiting);
                if (refusal.isPresent()) {
                    return new Verdict(refusal, List.of(), List.of());
                }
            }
        }
        return new Verdict(Optional.empty(), volumes, waiting);
    }

    private Optional<String> look(
            String namespace, String name, boolean own, List<JsonNode> volumes, List<ObjectNode> waiting) {
        ObjectNode claim = store.view(Kinds.VOLUME_CLAIM, namespace, name).orElse(null);
        String quoted = "persistentvolumeclaim \"" + name + "\"";
        if (claim == null) {
            return Optional.of(
                    own ? "waiting for ephemeral volume controller to create the " + quoted : quoted + " not found");
        }
        String volume = claim.path("spec").path("volumeName").asText();
        if (claim.path("status").path("phase").asText().equals("Lost")) {
            return Optional.of(quoted + " bound to non-existent persistentvolume \"" + volume + "\"");
        }
        if (Meta.isTerminating(claim)) {
            return Optional.of(quoted + " is being deleted");
        }
        if (!volume.isEmpty()) {
            store.view(Kinds.VOLUME, "", volume).ifPresent(volumes::add);
            return Optional.empty();
        }
        if (!waitsForPod(claim)) {
            return Optional.of("pod has unbound immediate PersistentVolumeClaims");
        }
        waiting.add(claim);
        return Optional.empty();
    }

    private boolean waitsForPod(ObjectNode claim) {
        return store.view(
                        Kinds.STORAGE_CLASS,
                        "",
                        claim.path("spec").path("storageClassName").asText())
                .filter(each -> each.path("volumeBindingMode").asText().equals("WaitForFirstConsumer"))
                .isPresent();
    }
}
