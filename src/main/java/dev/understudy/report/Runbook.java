package dev.understudy.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A scenario's runbook as something to follow. */
public final class Runbook {
    private Runbook() {}

    /** Returns the address if it is one of the web; any other text may be shown but never linked. */
    public static Optional<String> link(@Nullable String runbook) {
        if (runbook == null) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(runbook.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean web = (scheme.equals("https") || scheme.equals("http")) && uri.getHost() != null;
            return web ? Optional.of(uri.toASCIIString()) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
