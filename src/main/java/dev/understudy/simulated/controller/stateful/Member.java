package dev.understudy.simulated.controller.stateful;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.object.Marks;
import dev.understudy.simulated.object.PodState;
import dev.understudy.simulated.store.Meta;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One pod of a StatefulSet.
 *
 * @param pod as it is stored
 * @param ordinal the number at the end of its name
 */
record Member(ObjectNode pod, int ordinal) {
    static final String REVISION = "controller-revision-hash";
    private static final Pattern NAME = Pattern.compile("(.*)-([0-9]{1,9})");

    /** Returns the ordinal of a pod by its name, empty when the name is none of the set's. */
    static OptionalInt ordinal(ObjectNode set, ObjectNode pod) {
        Matcher name = NAME.matcher(Meta.name(pod));
        return name.matches() && name.group(1).equals(Meta.name(set))
                ? OptionalInt.of(Integer.parseInt(name.group(2)))
                : OptionalInt.empty();
    }

    String name() {
        return Meta.name(pod);
    }

    /** Returns the name of the revision that the pod was made from. */
    String revision() {
        return Marks.label(pod, REVISION);
    }

    boolean isTerminating() {
        return Meta.isTerminating(pod);
    }

    boolean isReady() {
        return PodState.phase(pod).equals("Running") && PodState.ready(pod);
    }

    boolean isAvailable(Duration minReady, Instant now) {
        return PodState.available(pod, minReady, now);
    }

    /** Tells whether the pod serves and will go on serving. */
    boolean isHealthy(Duration minReady, Instant now) {
        return isAvailable(minReady, now) && !isTerminating();
    }
}
