package dev.understudy.cluster.kubernetes.wire;

import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.ClusterException.Kind;
import dev.understudy.cluster.Permission;
import dev.understudy.cluster.ResourceType;
import java.util.Set;

/** Says what an answer other than success means, and what to do about it. Never repeats a value of a Secret. */
public final class StatusFailure {
    private StatusFailure() {}

    /**
     * Explains an answer.
     *
     * @param login what is known about our own credentials, for a server that does not know us; may be empty
     */
    public static ClusterException of(Call call, Reply reply, String login) {
        Kind kind = kind(reply);
        return new ClusterException(kind, message(kind, call.wants(), reply, login));
    }

    /**
     * Returns the server's own words, or a stand-in where they may hold a secret: it repeats what it was sent, and a
     * badly typed patch is answered with the whole object.
     */
    public static String words(Call call, Reply reply) {
        String message = reply.message();
        if (call.wants().type().equals(ResourceType.SECRET)) {
            return reply.reason().isEmpty() ? "HTTP " + reply.status() : reply.reason() + ", details withheld";
        }
        if (message.contains("patch: Invalid value")) {
            return "the patch does not fit the object, details withheld";
        }
        return message.isEmpty() ? "HTTP " + reply.status() : message;
    }

    private static Kind kind(Reply reply) {
        int status = reply.status();
        if (Set.of(502, 503, 504).contains(status) && !reply.speaksKubernetes()) {
            return Kind.UNREACHABLE;
        }
        return switch (status) {
            case 401 -> Kind.UNAUTHENTICATED;
            case 403 -> Kind.FORBIDDEN;
            case 404, 410 -> Kind.NOT_FOUND;
            case 409 -> Kind.CONFLICT;
            case 413 -> Kind.TOO_LARGE;
            case 429 -> Kind.UNAVAILABLE;
            default -> status >= 500 ? Kind.UNAVAILABLE : Kind.INVALID;
        };
    }

    private static String message(Kind kind, Permission wants, Reply reply, String login) {
        String words = words(new Call(wants, "", java.util.Map.of(), "", ""), reply);
        return switch (kind) {
            case UNAUTHENTICATED ->
                "the API server does not know us (401)" + (login.isEmpty() ? "" : ": " + login)
                        + "; log in again or renew the user's certificate or token in the kubeconfig";
            case FORBIDDEN ->
                denied(words)
                        ? "not allowed to " + wants + "; `understudy rbac` prints the role that grants it (" + words
                                + ")"
                        : "the API server forbids to " + wants + ": " + words;
            case NOT_FOUND ->
                reply.status() == 410
                        ? "what was asked for is too old to be told (" + wants + "); ask again"
                        : "not found: " + wants + " (" + words + ")";
            case CONFLICT -> "somebody else was first at " + wants + ": " + words;
            case TOO_LARGE -> "too large for the API server: " + wants + " (" + words + ")";
            case INVALID -> "the API server refuses " + wants + ": " + words;
            case UNREACHABLE ->
                "something between us and the API server answered " + reply.status() + " to " + wants
                        + "; check proxies and load balancers";
            case UNAVAILABLE ->
                "the API server is " + (reply.status() == 429 ? "overloaded" : "failing") + " (" + reply.status()
                        + " to " + wants + "): " + words + "; try again later";
            case CERTIFICATE, CONFIGURATION -> words;
        };
    }

    /** Tells a missing permission from a quota or an admission plugin, which answer 403 too. */
    private static boolean denied(String words) {
        return words.contains(" cannot ") || words.contains("withheld") || words.startsWith("HTTP ");
    }
}
