package dev.understudy.endpoint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who may come in: whoever knows a token, sent as a bearer token or as the password of basic authentication, the name
 * being of no importance.
 */
final class Credentials {
    private final byte[] token;

    Credentials(String token) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    /** Tells whether a request with this header may come in. Takes as long for a wrong token as for the right one. */
    boolean admit(@Nullable String authorization) {
        if (authorization == null) {
            return false;
        }
        String[] parts = authorization.strip().split(" +", 2);
        return parts.length == 2
                && switch (parts[0].toLowerCase(Locale.ROOT)) {
                    case "bearer" -> matches(parts[1].strip().getBytes(StandardCharsets.UTF_8));
                    case "basic" -> matches(password(parts[1].strip()));
                    default -> false;
                };
    }

    private boolean matches(byte[] given) {
        return MessageDigest.isEqual(token, given);
    }

    private static byte[] password(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            return pair.substring(pair.indexOf(':') + 1).getBytes(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }
}
