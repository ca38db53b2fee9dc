package dev.understudy.simulated.store;

import dev.understudy.simulated.rules.Cause;
import java.util.List;

/**
 * What a refusal is about, the {@code details} of a {@code Status}.
 *
 * @param name name of the object, empty when unknown
 * @param group API group, empty for the core group
 * @param kind resource (or, in a validation error, the kind); empty when unknown
 * @param uid uid of the object, empty when unknown
 * @param causes each problem found
 * @param retryAfterSeconds when to try again, 0 when that is not said
 */
public record Details(String name, String group, String kind, String uid, List<Cause> causes, int retryAfterSeconds) {
    /** Says nothing. */
    public static final Details NONE = new Details("", "", "", "", List.of(), 0);

    public Details {
        causes = List.copyOf(causes);
    }

    /** Names an object of a resource. */
    public static Details of(Kind kind, String name) {
        return new Details(name, kind.group(), kind.plural(), "", List.of(), 0);
    }

    /** Returns these details with other causes. */
    public Details withCauses(List<Cause> others) {
        return new Details(name, group, kind, uid, others, retryAfterSeconds);
    }

    /** Returns these details with a time to wait. */
    public Details retryAfter(int seconds) {
        return new Details(name, group, kind, uid, causes, seconds);
    }
}
