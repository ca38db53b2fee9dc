package dev.understudy.orchestrator;

import dev.understudy.drill.Signal;
import dev.understudy.exclusion.Actor;
import dev.understudy.exclusion.AuditTrail;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Audit events that are still on their way when a drill is about to close. */
final class Latecomers {
    private final @Nullable AuditTrail audit;
    private final Instant opened;
    private final Prompter prompter;
    private volatile @Nullable Signals signals;

    /**
     * @param audit null where there is no source
     * @param opened when the drill was
     * @param prompter knows when something was injected; before that there is nothing that anybody could repair
     */
    Latecomers(@Nullable AuditTrail audit, Instant opened, Prompter prompter) {
        this.audit = audit;
        this.opened = opened;
        this.prompter = prompter;
    }

    /** Names whom to tell. */
    void tell(Signals whom) {
        signals = whom;
    }

    /**
     * Waits for them. Where they do not come nobody can say who acted, as without a source: somebody unknown may have, at
     * any time since the injection.
     */
    void await() {
        Duration zero = prompter.zero();
        Signals told = signals;
        if (audit != null && zero != null && told != null && !audit.caughtUp()) {
            told.send(new Signal.Remarked("the audit events of the drill's end have not come"));
            told.send(new Signal.Wrote(
                    new Actor(Actor.Kind.UNKNOWN, "audit events are missing"),
                    "may have written",
                    "in the namespace",
                    opened.plus(zero)));
        }
    }
}
