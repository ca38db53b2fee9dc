package dev.understudy.journal;

import java.util.regex.Pattern;

/** What an id of a drill may look like: it names a label in a cluster, lock files and pages. */
public final class DrillId {
    private static final Pattern PATTERN = Pattern.compile("[A-Za-z0-9][-A-Za-z0-9._]{0,62}");

    private DrillId() {}

    /** Tells whether a text may be the id of a drill; one that may holds nothing that a path goes astray by. */
    public static boolean fits(String text) {
        return PATTERN.matcher(text).matches();
    }
}
