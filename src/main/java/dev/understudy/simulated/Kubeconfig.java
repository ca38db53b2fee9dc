package dev.understudy.simulated;

import dev.understudy.simulated.access.SimulatedUser;
import dev.understudy.simulated.tls.ClientAuthority;
import dev.understudy.simulated.tls.ClientIdentity;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Writes the file with which kubectl and every other client reach the simulated cluster. */
final class Kubeconfig {
    private static final String CLUSTER = "understudy-simulated";

    private Kubeconfig() {}

    /** Returns a file with a context for each user; with an authority, each has a certificate instead of a token. */
    static String of(
            String url,
            String authority,
            List<SimulatedUser> users,
            String current,
            Optional<ClientAuthority> certificates) {
        StringBuilder file = new StringBuilder();
        file.append("apiVersion: v1\nkind: Config\n");
        file.append("current-context: ").append(quoted(current)).append('\n');
        file.append("clusters:\n- name: ").append(CLUSTER).append("\n  cluster:\n    server: ");
        file.append(url).append("\n    certificate-authority-data: ");
        file.append(encoded(authority)).append('\n');
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
            file.append("- name: ").append(quoted(user.name())).append("\n  user:\n");
            file.append(certificates
                    .map(each -> shown(each.issue(user.name(), user.groups())))
                    .orElseGet(() -> "    token: " + quoted(user.token()) + "\n"));
        }
        return file.toString();
    }

    private static String shown(ClientIdentity identity) {
        return "    client-certificate-data: " + encoded(identity.certificate()) + "\n    client-key-data: "
                + encoded(identity.privateKey()) + "\n";
    }

    private static String encoded(String pem) {
        return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
