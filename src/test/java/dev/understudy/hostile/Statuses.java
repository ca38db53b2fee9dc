package dev.understudy.hostile;

import java.util.Map;

/** What an API server says with each status. */
final class Statuses {
    private static final Map<Integer, String> REASONS = Map.of(
            401, "Unauthorized",
            403, "Forbidden",
            409, "Conflict",
            410, "Expired",
            422, "Invalid",
            429, "TooManyRequests",
            500, "InternalError",
            503, "ServiceUnavailable");

    private Statuses() {}

    static String of(int status, String method) {
        return """
                {"kind": "Status", "apiVersion": "v1", "metadata": {}, "status": "Failure", \
                "message": "%s", "reason": "%s", "code": %d}\
                """.formatted(message(status, method), REASONS.getOrDefault(status, ""), status);
    }

    private static String message(int status, String method) {
        return switch (status) {
            case 401 -> "Unauthorized";
            case 403 -> "User \\\"us\\\" cannot " + method + " this";
            case 409 -> "the object has been modified; please apply your changes to the latest version";
            case 410 -> "too old resource version";
            case 422 -> "the server rejected our request due to an error in our request";
            case 429 -> "too many requests, please try again later";
            case 500 -> "etcdserver: request timed out";
            default -> "the server is currently unable to handle the request";
        };
    }
}
