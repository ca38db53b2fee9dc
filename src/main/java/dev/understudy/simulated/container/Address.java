package dev.understudy.simulated.container;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a URL names.
 *
 * @param path path with its query, beginning with {@code /}
 */
record Address(String host, int port, String path) {
    private static final Pattern URL = Pattern.compile("(?:http://)?([^/:?#]+)(?::(\\d{1,5}))?([/?][^#]*)?(?:#.*)?");
    private static final int HTTP = 80;

    /** Reads a URL; empty for what is none, or not of plain HTTP. */
    static Optional<Address> read(String url) {
        Matcher matcher = URL.matcher(url);
        if (url.startsWith("https:") || !matcher.matches()) {
            return Optional.empty();
        }
        String path = matcher.group(3) == null ? "/" : matcher.group(3);
        int port = matcher.group(2) == null ? HTTP : Integer.parseInt(matcher.group(2));
        return Optional.of(new Address(matcher.group(1), port, path.startsWith("/") ? path : "/" + path));
    }
}
