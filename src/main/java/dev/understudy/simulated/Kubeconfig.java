package dev.understudy.simulated;

import dev.understudy.simulated.access.SimulatedUser;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Writes the file with which kubectl and every other client reach the simulated cluster. */
final class Kubeconfig {
    private static final String CLUSTER = "understudy-simulated";

    private Kubeconfig() {}

    /** Returns a file with a context for each user. */
    static String of(String url, String authority, List<SimulatedUser> users, String current) {
        StringBuilder file = new StringBuilder();
        file.append("apiVersion: v1\nkind: Config\n");
        file.append("current-context: ").append(quoted(current)).append('\n');
        file.append("clusters:\n- name: ").append(CLUSTER).append("\n  cluster:\n    server: ");
        file.append(url).append("\n    certificate-authority-data: ");
        file.append(Base64.getEncoder().encodeToString(authority.getBytes(StandardCharsets.US_ASCII)))
                .append('\n');
        file.append("contexts:\n");
        for (SimulatedUser user : users) {
            file.append("- name: ").append(quoted(user.context())).append("\n  context:\n    cluster: ");
            file.append(CLUSTER)
                    .append("\n    user: ")
                    .append(quoted(user.name()))
                    .append('\n');
        }
        file.append("users:\n");
        for (SimulatedUser user : users) {
            file.append("- name: ").append(quoted(user.name())).append("\n  user:\n    token: ");
            file.append(quoted(user.token())).append('\n');
        }
        return file.toString();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
