package dev.understudy.drill;

/** An event that cannot follow: a bug, since what is decided comes from the same state. Nothing is written. */
public final class IllegalEvent extends IllegalStateException {
    public IllegalEvent(Phase phase, DrillEvent event, String why) {
        super(event.getClass().getSimpleName() + " cannot happen in phase " + phase
                + (why.isEmpty() ? "" : ": " + why));
    }
}
