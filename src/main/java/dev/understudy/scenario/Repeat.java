package dev.understudy.scenario;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * That a fault is put in again.
 *
 * @param every from one time to the next; for pods that appear later the least time between two rounds
 * @param times how often in all, the first included; null until the fault's time is up
 * @param sticky whether a new round begins when a pod of the target appears, and hits such pods only
 */
public record Repeat(Duration every, @Nullable Integer times, boolean sticky) {
    /** In YAML {@code sticky: true}: pods that appear later are hit too, at most one round a second. */
    public static final Repeat STICKY = new Repeat(Duration.ofSeconds(1), null, true);

    /** Tells whether so many rounds after the first are all there will be. */
    public boolean done(int rounds) {
        return times != null && rounds + 1 >= times;
    }
}
