package dev.understudy.simulated.access;

import dev.understudy.simulated.tls.ClientAuthority;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds the user or service account of a bearer token. */
public final class Logins {
    private static final String SCHEME = "Bearer ";

    private final List<SimulatedUser> users;
    private final AccountTokens accounts;
    private final Optional<ClientAuthority> certificates;

    /** Knows these users; with an authority, also everybody who has a certificate of it. */
    public Logins(List<SimulatedUser> users, AccountTokens accounts, Optional<ClientAuthority> certificates) {
        this.users = List.copyOf(users);
        this.accounts = accounts;
        this.certificates = certificates;
    }

    /** The authority whose certificates are asked for, empty when none are. */
    public Optional<ClientAuthority> certificates() {
        return certificates;
    }

    /** Returns who shows a certificate; empty for an unknown one. */
    public Optional<Caller> owner(X509Certificate shown, Instant now) {
        return certificates
                .flatMap(authority -> authority.recognise(shown, now))
                .map(named -> Caller.of(named.name(), named.groups()));
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
