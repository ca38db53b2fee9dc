package dev.understudy.simulated.node.kubelet;

import dev.understudy.simulated.node.kubelet.ContainerSpec.Role;
import dev.understudy.simulated.node.kubelet.State.Running;
import dev.understudy.simulated.schema.Quantities;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How the process of a running container ends by itself. A server never does. A process that is not to run again after a
 * success does its work and ends with code 0, unless somebody is to type into it; annotations, simple commands and
 * whoever really runs a command say otherwise.
 *
 * @param reason what the kubelet calls it
 */
record Ending(Instant at, int code, String reason) {
    /** How soon a process ends that has nothing to do. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    /** How long initialisation takes. */
    private static final Duration INITIALISATION = Duration.ofSeconds(2);
    /** How long the work of a process takes that ends. */
    private static final Duration WORK = Duration.ofSeconds(10);

    private static final int KILLED = 137;

    /** Returns the end that comes first, empty when none does. */
    static Optional<Ending> of(Look look, ContainerSpec spec, Life life, Running running) {
        Optional<Ending> killed = outOfMemory(look, spec, running);
        Optional<Ending> normal = declared(look, spec, life, running);
        return killed.isPresent() && normal.isPresent()
                ? Optional.of(killed.get().at.isAfter(normal.get().at) ? normal.get() : killed.get())
                : killed.or(() -> normal);
    }

    private static Optional<Ending> outOfMemory(Look look, ContainerSpec spec, Running running) {
        String limit =
                spec.json().path("resources").path("limits").path("memory").asText();
        Optional<BigDecimal> most = Quantities.value(limit);
        return Traits.memory(look.pod(), spec)
                .filter(use -> most.isPresent() && use.bytes().compareTo(most.get()) > 0)
                .map(use -> new Ending(
                        running.since().plus(use.after().isZero() ? look.pace().round(AT_ONCE) : use.after()),
                        KILLED,
                        "OOMKilled"));
    }

    private static Optional<Ending> declared(Look look, ContainerSpec spec, Life life, Running running) {
        Optional<Exits> exits = Exits.read(Traits.of(look.pod(), spec, Traits.EXITS))
                .filter(declared -> declared.applies(life.restarts(), look.around()));
        if (exits.isPresent()) {
            Duration after = exits.get().after().orElse(look.pace().round(AT_ONCE));
            return Optional.of(of(running.since().plus(after), exits.get().code()));
        }
        Optional<Script> script = Script.of(Script.words(spec.json()));
        if (script.isPresent()) {
            return script.get()
                    .length()
                    .map(length -> of(running.since().plus(length), script.get().code()));
        }
        if (look.around().runs(spec.json()) && !CommandExits.isForetold(look.pod(), spec.json())) {
            return Optional.empty();
        }
        return byRole(look, spec).map(length -> of(running.since().plus(length), 0));
    }

    private static Optional<Duration> byRole(Look look, ContainerSpec spec) {
        if (spec.role() == Role.INIT) {
            return Optional.of(look.pace().of(INITIALISATION));
        }
        boolean runsOn = spec.restartsAfter(0) || spec.json().path("stdin").asBoolean();
        return runsOn ? Optional.empty() : Optional.of(look.pace().round(WORK));
    }

    private static Ending of(Instant at, int code) {
        return new Ending(at, code, code == 0 ? "Completed" : "Error");
    }
}
