package dev.understudy.simulated;

import dev.understudy.simulated.access.SimulatedUser;
import dev.understudy.simulated.node.Pace;
import dev.understudy.simulated.outlet.Outlets;
import dev.understudy.simulated.outlet.Webhook;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * How a simulated cluster is started.
 *
 * @param port port on 127.0.0.1; 0, the default, for any free one
 * @param users who may log in; by default {@code understudy} and {@code admin}, both of {@code system:masters}, with
 *     tokens of their own
 * @param clock dates everything in the cluster; the system's by default
 * @param pace how fast its kubelets are
 * @param auditFile file to which audit events are appended, one line of JSON each; none by default
 * @param auditWebhook address to which audit events are posted as {@code EventList}; none by default
 * @param clientCertificates whether the kubeconfig logs users in with certificates instead of tokens, which stay valid;
 *     false by default
 * @param outlets the doors that it opens beside the API server; none by default
 */
public record SimulatedOptions(
        int port,
        List<SimulatedUser> users,
        InstantSource clock,
        Pace pace,
        Optional<Path> auditFile,
        Optional<Webhook> auditWebhook,
        boolean clientCertificates,
        Outlets outlets) {
    /** The user under whose name Understudy itself works. */
    public static final String UNDERSTUDY = "understudy";

    public SimulatedOptions {
        users = List.copyOf(users);
    }

    /** Returns the defaults. */
    public static SimulatedOptions defaults() {
        return new SimulatedOptions(
                0,
                List.of(master(UNDERSTUDY), master("admin")),
                InstantSource.system(),
                Pace.DEFAULT,
                Optional.empty(),
                Optional.empty(),
                false,
                Outlets.NONE);
    }

    /** Returns a user who may do everything, with a token that nobody can guess. */
    public static SimulatedUser master(String name) {
        return new SimulatedUser(name, List.of("system:masters"), Tokens.fresh());
    }

    /** Returns a user who may do what bindings allow, with a token that nobody can guess. */
    public static SimulatedUser ordinary(String name) {
        return new SimulatedUser(name, List.of(), Tokens.fresh());
    }

    /** Returns these options with another port. */
    public SimulatedOptions withPort(int other) {
        return new SimulatedOptions(other, users, clock, pace, auditFile, auditWebhook, clientCertificates, outlets);
    }

    /** Returns these options with other users. */
    public SimulatedOptions withUsers(List<SimulatedUser> others) {
        return new SimulatedOptions(port, others, clock, pace, auditFile, auditWebhook, clientCertificates, outlets);
    }

    /** Returns these options with another clock. */
    public SimulatedOptions withClock(InstantSource other) {
        return new SimulatedOptions(port, users, other, pace, auditFile, auditWebhook, clientCertificates, outlets);
    }

    /** Returns these options with another pace. */
    public SimulatedOptions withPace(Pace other) {
        return new SimulatedOptions(port, users, clock, other, auditFile, auditWebhook, clientCertificates, outlets);
    }

    /** Returns these options with a file for audit events. */
    public SimulatedOptions withAuditFile(Path file) {
        return new SimulatedOptions(
                port, users, clock, pace, Optional.of(file), auditWebhook, clientCertificates, outlets);
    }

    /** Returns these options with an address for audit events. */
    public SimulatedOptions withAuditWebhook(Webhook address) {
        return new SimulatedOptions(
                port, users, clock, pace, auditFile, Optional.of(address), clientCertificates, outlets);
    }

    /** Returns these options with a port for Ingresses, 0 for any free one. */
    public SimulatedOptions withIngress(int other) {
        return withOutlets(outlets.withIngress(other));
    }

    /** Returns these options with a port for a Prometheus API, 0 for any free one. */
    public SimulatedOptions withPrometheus(int other) {
        return withOutlets(outlets.withPrometheus(other));
    }

    /** Returns these options with an address to which alerts are posted, as Alertmanager posts them. */
    public SimulatedOptions withAlertWebhook(Webhook address) {
        return withOutlets(outlets.withAlertWebhook(address));
    }

    private SimulatedOptions withOutlets(Outlets others) {
        return new SimulatedOptions(port, users, clock, pace, auditFile, auditWebhook, clientCertificates, others);
    }

    /** Returns these options with certificates for users. */
    public SimulatedOptions withClientCertificates() {
        return new SimulatedOptions(port, users, clock, pace, auditFile, auditWebhook, true, outlets);
    }
}
