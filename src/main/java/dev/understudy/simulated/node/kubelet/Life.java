package dev.understudy.simulated.node.kubelet;

import dev.understudy.simulated.node.kubelet.State.Ended;
import dev.understudy.simulated.node.kubelet.State.Running;
import dev.understudy.simulated.node.kubelet.State.Waiting;
import java.util.Optional;

/**
 * Everything that a kubelet remembers of one container.
 *
 * @param state what it does
 * @param restarts how often it was started again
 * @param last how it ended before its present state, if it did
 * @param image the image that the state is about
 * @param crashes the wait before the next start
 * @param pulls the wait before the next attempt at its image
 */
record Life(State state, int restarts, Optional<Ended> last, String image, BackOff crashes, BackOff pulls) {
    static Life unborn(String reason) {
        return new Life(Waiting.forever(reason, ""), 0, Optional.empty(), "", BackOff.NONE, BackOff.NONE);
    }

    /** Returns the life in another state; an end that is left behind becomes the last one. */
    Life in(State next) {
        Optional<Ended> left = state instanceof Ended ended ? Optional.of(ended) : last;
        return new Life(next, restarts, left, image, crashes, pulls);
    }

    /** Returns the life with its process running, once more if it ever ran. */
    Life started(Running next, String ofImage) {
        Life moved = in(next);
        int count = moved.last.isPresent() ? restarts + 1 : restarts;
        return new Life(next, count, moved.last, ofImage, crashes, BackOff.NONE);
    }

    Life withCrashes(BackOff wait) {
        return new Life(state, restarts, last, image, wait, pulls);
    }

    /** Returns the life with another wait for an image; for another image than before it is the first one. */
    Life withPulls(BackOff wait, String ofImage) {
        return new Life(state, restarts, last, ofImage, crashes, wait);
    }

    boolean isRunning() {
        return state instanceof Running;
    }

    /** Tells whether it has ended and nobody starts it again. */
    boolean isOver(ContainerSpec spec) {
        return state instanceof Ended ended && !spec.restartsAfter(ended.code());
    }

    boolean hasCompleted() {
        return state instanceof Ended ended && ended.code() == 0;
    }

    boolean isReady() {
        return state instanceof Running running && running.ready();
    }

    boolean isStarted() {
        return state instanceof Running running && running.started();
    }
}
