package dev.understudy.simulated.api;

import java.util.List;
import java.util.Optional;

/** Health of the server, whole and check by check. There is little that could be ill in one process. */
final class Health {
    private static final List<String> CHECKS = List.of("ping", "log", "etcd", "informer-sync");
    private static final List<String> KINDS = List.of("healthz", "livez", "readyz");

    private Health() {}

    /** Returns the answer of a path such as {@code /readyz} or {@code /livez/etcd}; empty when it is no such path. */
    static Optional<Reply> answer(Ask ask, String path) {
        String[] parts = path.split("/", 3);
        if (parts.length < 2 || !KINDS.contains(parts[1])) {
            return Optional.empty();
        }
        if (parts.length == 3) {
            return CHECKS.contains(parts[2]) ? Optional.of(Reply.text("ok")) : Optional.empty();
        }
        return Optional.of(Reply.text(ask.query().contains("verbose") ? report(parts[1], ask) : "ok"));
    }

    private static String report(String kind, Ask ask) {
        StringBuilder report = new StringBuilder();
        List<String> left = ask.query().getAll("exclude");
        for (String check : CHECKS) {
            report.append("[+]").append(check).append(left.contains(check) ? " excluded: ok\n" : " ok\n");
        }
        return report.append(kind).append(" check passed\n").toString();
    }
}
