package dev.understudy.simulated.access;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a request.
 *
 * @param name name for which permissions count
 * @param groups groups for which permissions count
 * @param actual who really calls when {@code name} is impersonated, else null
 */
public record Caller(
        String name, List<String> groups, @Nullable Caller actual) {
    private static final String EVERYBODY = "system:authenticated";

    public Caller {
        groups = List.copyOf(groups);
    }

    static Caller of(SimulatedUser user) {
        return of(user.name(), user.groups());
    }

    /** Returns somebody who has logged in. */
    public static Caller of(String name, List<String> groups) {
        return new Caller(name, authenticated(groups), null);
    }

    /** Returns the one whom this caller pretends to be. */
    Caller as(String other, List<String> otherGroups) {
        return new Caller(other, authenticated(otherGroups), this);
    }

    private static List<String> authenticated(List<String> groups) {
        if (groups.contains(EVERYBODY)) {
            return groups;
        }
        List<String> all = new ArrayList<>(groups);
        all.add(EVERYBODY);
        return all;
    }
}
