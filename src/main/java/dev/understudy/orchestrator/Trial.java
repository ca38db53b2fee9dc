package dev.understudy.orchestrator;

import dev.understudy.cluster.Applied;
import dev.understudy.cluster.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What came of making the changes of a fault, one after the other until one is refused.
 *
 * @param made how many were made
 * @param heldBack evictions that a disruption budget did not allow
 * @param gone for each change that found nothing to remove, why
 * @param refused why one was not made; null when none was refused
 */
record Trial(
        int made,
        List<Change> heldBack,
        List<String> gone,
        @Nullable String refused) {
    static Trial refused(String why) {
        return new Trial(0, List.of(), List.of(), why);
    }

    /**
     * Makes them.
     *
     * @param ending asked before each change: whether the drill is over for the responders
     */
    static Trial of(List<Change> all, Function<Change, Applied> apply, BooleanSupplier ending) {
        int made = 0;
        List<Change> heldBack = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        for (Change change : all) {
            if (ending.getAsBoolean()) {
                return new Trial(made, heldBack, gone, "the drill was ended meanwhile");
            }
            try {
                switch (apply.apply(change)) {
                    case Applied.Made _ -> made++;
                    case Applied.HeldBack _ -> heldBack.add(change);
                    case Applied.Gone(Change _, String why) -> gone.add(why);
                    case Applied.Refused(Change _, String why) -> {
                        return new Trial(made, heldBack, gone, why);
                    }
                }
            } catch (RuntimeException e) {
                return new Trial(
                        made, heldBack, gone, "it is not known whether the change was made: " + e.getMessage());
            }
        }
        return new Trial(made, heldBack, gone, null);
    }

    /** Tells whether there was something to remove, and nothing of it was there any more. */
    boolean allGone() {
        return refused == null && made == 0 && heldBack.isEmpty() && !gone.isEmpty();
    }

    /** Returns a sentence for each change that was not made. */
    List<String> troubles() {
        List<String> all = new ArrayList<>(gone);
        heldBack.forEach(change -> all.add(change.object() + " is held back by its disruption budget"));
        if (refused != null) {
            all.add(refused);
        }
        return List.copyOf(all);
    }
}
