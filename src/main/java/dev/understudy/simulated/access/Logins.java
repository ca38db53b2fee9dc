package dev.understudy.simulated.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/** Finds the user or service account of a bearer token. */
public final class Logins {
    private static final String SCHEME = "Bearer ";

    private final List<SimulatedUser> users;
    private final AccountTokens accounts;

    public Logins(List<SimulatedUser> users, AccountTokens accounts) {
        this.users = List.copyOf(users);
        this.accounts = accounts;
    }

    /** Returns who holds the token of an {@code Authorization} header; empty for none or an unknown one. */
    public Optional<Caller> find(String authorization) {
        if (!authorization.startsWith(SCHEME)) {
            return Optional.empty();
        }
        return holder(authorization.substring(SCHEME.length()).strip());
    }

    /** Returns who holds a token; empty for an unknown one. */
    public Optional<Caller> holder(String token) {
        return users.stream()
                .filter(user -> same(user.token(), token))
                .findFirst()
                .map(Caller::of)
                .or(() -> accounts.find(token));
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
