package dev.understudy.simulated.custom;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The order in which Kubernetes prefers versions: v2, v1, v1beta2, v1beta1, v1alpha1, then anything else by name. */
public final class VersionOrder {
    /** The preferred one comes first. */
    public static final Comparator<String> NEWEST_FIRST =
            Comparator.comparingLong(VersionOrder::rank).reversed().thenComparing(Comparator.naturalOrder());

    private static final Pattern VERSION = Pattern.compile("v(\\d{1,4})(?:(alpha|beta)(\\d{1,4}))?");
    private static final long STABLE = 3_000_000_000L;
    private static final long BETA = 2_000_000_000L;
    private static final long ALPHA = 1_000_000_000L;

    private VersionOrder() {}

    private static long rank(String version) {
        Matcher form = VERSION.matcher(version);
        if (!form.matches()) {
            return 0;
        }
        long major = Long.parseLong(form.group(1)) * 10_000;
        if (form.group(2) == null) {
            return STABLE + major;
        }
        return (form.group(2).equals("beta") ? BETA : ALPHA) + major + Long.parseLong(form.group(3));
    }
}
