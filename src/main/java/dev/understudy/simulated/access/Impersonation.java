package dev.understudy.simulated.access;

import dev.understudy.simulated.store.StatusException;
import java.util.List;

/** Lets a caller act as somebody else, when roles allow it to. */
public final class Impersonation {
    private Impersonation() {}

    /**
     * Returns the one whom the caller acts as; the caller itself when nobody is named.
     *
     * @param user {@code Impersonate-User}, empty for nobody
     * @param groups every {@code Impersonate-Group}
     * @throws StatusException 403 when the caller may not, 400 for groups without a user
     */
    public static Caller apply(Caller caller, String user, List<String> groups, Permissions permissions) {
        if (user.isEmpty()) {
            if (!groups.isEmpty()) {
                throw new StatusException(400, "BadRequest", "requested " + groups + " without impersonating a user");
            }
            return caller;
        }
        require(caller, "users", user, permissions);
        groups.forEach(group -> require(caller, "groups", group, permissions));
        return caller.as(user, groups);
    }

    private static void require(Caller caller, String resource, String name, Permissions permissions) {
        Deed deed = new Deed("impersonate", "", resource, "", "", name, "");
        if (!permissions.allow(caller, deed)) {
            throw Denial.of(caller, deed);
        }
    }
}
