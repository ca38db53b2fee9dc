package dev.understudy.simulated.node.kubelet;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long a container takes to leave once it is told to: its hook first, then its process. */
final class Leaving {
    private Leaving() {}

    static Duration length(Look look, ContainerSpec spec) {
        Duration process = Traits.duration(look.pod(), spec, Traits.STOPS_AFTER)
                .orElse(look.pace().podStop());
        return process.plus(look.pace().of(hook(spec.json().path("lifecycle").path("preStop"))));
    }

    /** A request is answered at once; a command takes as long as it sleeps. */
    private static Duration hook(JsonNode hook) {
        List<String> words = new ArrayList<>();
        hook.path("exec").path("command").forEach(word -> words.add(word.asText()));
        Duration sleep = Duration.ofSeconds(hook.path("sleep").path("seconds").asLong());
        return Script.of(words).flatMap(Script::length).orElse(Duration.ZERO).plus(sleep);
    }
}
