package dev.understudy.simulated.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.simulated.store.Kinds;
import dev.understudy.simulated.store.Meta;
import dev.understudy.simulated.store.ObjectStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Issues the tokens of service accounts, and recognises them while the account is there and the token is not old. */
public final class AccountTokens {
    /** Whom a token is for when nobody says otherwise; others are not recognised by the API server. */
    public static final String AUDIENCE = "https://kubernetes.default.svc";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ALGORITHM = "HmacSHA256";
    private static final String HEADER = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");

    private final ObjectStore store;
    private final InstantSource clock;
    private final byte[] key = new byte[32];

    public AccountTokens(ObjectStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        new SecureRandom().nextBytes(key);
    }

    /** Returns a new token. */
    public String issue(ObjectNode account, List<String> audiences, Duration lifetime) {
        Instant now = clock.instant();
        ObjectNode claims = JsonNodeFactory.instance.objectNode();
        audiences.forEach(claims.putArray("aud")::add);
        claims.put("exp", now.plus(lifetime).getEpochSecond()).put("iat", now.getEpochSecond());
        claims.put("iss", AUDIENCE).put("jti", UUID.randomUUID().toString());
        ObjectNode kubernetes = claims.putObject("kubernetes.io").put("namespace", Meta.namespace(account));
        kubernetes.putObject("serviceaccount").put("name", Meta.name(account)).put("uid", Meta.uid(account));
        claims.put("nbf", now.getEpochSecond());
        claims.put("sub", subject(Meta.namespace(account), Meta.name(account)));
        String content = HEADER + "." + encoded(claims.toString());
        return content + "." + signature(content);
    }

    /** Returns a token for a pod's own account, empty text when it has none. */
    public String issueFor(ObjectNode pod) {
        String name = pod.path("spec").path("serviceAccountName").asText("default");
        return store.view(Kinds.SERVICE_ACCOUNT, Meta.namespace(pod), name)
                .map(account -> issue(account, List.of(AUDIENCE), Duration.ofHours(1)))
                .orElse("");
    }

    /** Returns the account whose token this is; empty for any other text. */
    public Optional<ObjectNode> account(String token) {
        int dot = token.lastIndexOf('.');
        if (dot < 0 || !token.startsWith(HEADER + ".") || !same(token.substring(dot + 1), token.substring(0, dot))) {
            return Optional.empty();
        }
        JsonNode claims = claims(token.substring(HEADER.length() + 1, dot));
        boolean current = clock.instant().getEpochSecond() < claims.path("exp").asLong();
        boolean ours =
                claims.path("aud").valueStream().anyMatch(each -> each.asText().equals(AUDIENCE));
        JsonNode kubernetes = claims.path("kubernetes.io");
        JsonNode named = kubernetes.path("serviceaccount");
        return store.view(
                        Kinds.SERVICE_ACCOUNT,
                        kubernetes.path("namespace").asText(),
                        named.path("name").asText())
                .filter(account -> current && ours)
                .filter(account -> Meta.uid(account).equals(named.path("uid").asText()));
    }

    /** Returns who calls with this token. */
    Optional<Caller> find(String token) {
        return account(token).map(AccountTokens::caller);
    }

    /** Returns the caller that a service account is. */
    public static Caller caller(ObjectNode account) {
        String namespace = Meta.namespace(account);
        return Caller.of(
                subject(namespace, Meta.name(account)),
                List.of("system:serviceaccounts", "system:serviceaccounts:" + namespace));
    }

    private static String subject(String namespace, String name) {
        return "system:serviceaccount:" + namespace + ":" + name;
    }

    private boolean same(String signature, String content) {
        return MessageDigest.isEqual(
                signature.getBytes(StandardCharsets.UTF_8), signature(content).getBytes(StandardCharsets.UTF_8));
    }

    private String signature(String content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }

    private static JsonNode claims(String encoded) {
        try {
            return JSON.readTree(Base64.getUrlDecoder().decode(encoded));
        } catch (IOException impossible) {
            throw new IllegalStateException("we wrote these claims ourselves", impossible);
        }
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
