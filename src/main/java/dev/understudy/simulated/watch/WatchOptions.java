package dev.understudy.simulated.watch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.Kind;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What a client wants to hear.
 *
 * @param from the version after which to begin; 0 begins with the objects as they are now
 * @param namespace empty for all
 * @param selection the objects that count
 * @param view the form in which each is sent
 * @param bookmarks whether to say now and then how far the stream is
 * @param initialEnd whether to mark the end of the first objects with a bookmark of its own
 */
public record WatchOptions(
        Kind kind,
        long from,
        String namespace,
        Predicate<ObjectNode> selection,
        UnaryOperator<ObjectNode> view,
        boolean bookmarks,
        boolean initialEnd) {}
