package dev.understudy.simulated.access;

import dev.understudy.simulated.store.Details;
import dev.understudy.simulated.store.StatusException;
import java.util.List;

/** The refusal of a deed, in the server's words. */
public final class Denial {
    private Denial() {}

    /** Returns 403 for a caller who may not do it. */
    public static StatusException of(Caller caller, Deed deed) {
        String who = "User \"" + caller.name() + "\" cannot " + deed.verb() + " ";
        if (!deed.path().isEmpty()) {
            return new StatusException(
                    403, "Forbidden", "forbidden: " + who + "path \"" + deed.path() + "\"", Details.NONE);
        }
        String resource = deed.group().isEmpty() ? deed.resource() : deed.resource() + "." + deed.group();
        String object = deed.name().isEmpty() ? resource : resource + " \"" + deed.name() + "\"";
        String scope =
                deed.namespace().isEmpty() ? " at the cluster scope" : " in the namespace \"" + deed.namespace() + "\"";
        return new StatusException(
                403,
                "Forbidden",
                object + " is forbidden: " + who + "resource \"" + deed.fullResource() + "\" in API group \""
                        + deed.group() + "\"" + scope,
                new Details(deed.name(), deed.group(), deed.resource(), "", List.of(), 0));
    }
}
