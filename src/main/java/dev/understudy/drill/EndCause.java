package dev.understudy.drill;

/** Why a drill went over to undoing what is left. */
public enum EndCause {
    /** The team (or the system) brought it back. */
    RECOVERED(Kind.COMPLETED, "recovered"),
    /** Time was up. */
    DEADLINE(Kind.COMPLETED, "the deadline came"),
    /** Our own undo, or the faults' own time, ended them first. */
    FAULTS_ENDED(Kind.COMPLETED, "the faults ended by themselves"),
    /** Nothing was expected to break, and nothing did. */
    NO_IMPACT_EXPECTED(Kind.COMPLETED, "steady state held throughout"),
    /** Steady state was lost before the first injection. */
    STEADY_STATE_LOST(Kind.INVALID, "steady state was lost before the injection"),
    /** The faults did no harm although some was expected. */
    NO_IMPACT(Kind.INVALID, "the fault had no impact"),
    /** Our own paging reached somebody who is excluded. */
    EXCLUDED_PAGED(Kind.INVALID, "our own paging reached an excluded person"),
    /** The cluster did not take the fault. */
    INJECTION_FAILED(Kind.INVALID, "a fault could not be injected"),
    /** A probe that had to stay good did not. */
    GUARDRAIL(Kind.ABORTED, "a guardrail was crossed"),
    /** Somebody stopped this drill. */
    PERSON(Kind.ABORTED, "a person aborted it"),
    /** Somebody stopped all drills. */
    HALT(Kind.ABORTED, "drills are halted"),
    /** The orchestrator died and was started again. */
    CRASH(Kind.ABORTED, "the orchestrator was interrupted"),
    /** The journal could not be written any more. */
    JOURNAL_LOST(Kind.ABORTED, "the journal could not be written"),
    /** SIGINT or SIGTERM. */
    SIGNAL(Kind.ABORTED, "the orchestrator was told to stop"),
    /** The namespace does not allow drills any more. */
    OPT_IN_REMOVED(Kind.ABORTED, "the namespace does not allow drills any more"),
    /** Somebody else undoes this drill from its record. */
    FOREIGN_UNDO(Kind.ABORTED, "somebody else is undoing it"),
    /** Probes could not see for too long. */
    BLIND(Kind.ABORTED, "the probes could not see"),
    /** Glass was broken for something real. */
    REAL_EMERGENCY(Kind.ABORTED, "a real emergency");

    /** What sort of end. */
    public enum Kind {
        COMPLETED,
        INVALID,
        ABORTED
    }

    private final Kind kind;
    private final String words;

    EndCause(Kind kind, String words) {
        this.kind = kind;
        this.words = words;
    }

    public Kind kind() {
        return kind;
    }

    /** Returns the cause for people, as the end of a sentence. */
    public String words() {
        return words;
    }
}
