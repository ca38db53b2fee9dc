package dev.understudy.simulated.watch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.Kind;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What a client wants to hear.
 *
 * @param shown makes of a stored object what clients of this kind see; the kind may be one version of several
 * @param from the version after which to begin; 0 begins with the objects as they are now
 * @param namespace empty for all
 * @param selection the objects that count
 * @param view the form in which each is sent
 * @param bookmarks whether to say now and then how far the stream is
 * @param initialEnd whether to mark the end of the first objects with a bookmark of its own
 */
public record WatchOptions(
        Kind kind,
        UnaryOperator<ObjectNode> shown,
        long from,
        String namespace,
        Predicate<ObjectNode> selection,
        UnaryOperator<ObjectNode> view,
        boolean bookmarks,
        boolean initialEnd) {
    /** Tells whether objects of another kind are these, in the version in which they are stored. */
    boolean concerns(Kind stored) {
        return stored.equals(kind)
                || stored.plural().equals(kind.plural()) && stored.group().equals(kind.group());
    }
}
