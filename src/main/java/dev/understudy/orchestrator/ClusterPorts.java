package dev.understudy.orchestrator;

import dev.understudy.cluster.Access;
import dev.understudy.cluster.ChangeWriter;
import dev.understudy.cluster.Cluster;
import dev.understudy.cluster.DrillRecords;
import dev.understudy.exclusion.AuditTrail;
import dev.understudy.probe.Connector;
import dev.understudy.probe.Monitoring;
import dev.understudy.probe.ProbeWay;
import dev.understudy.probe.ServiceCaller;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one cluster offers to a drill.
 *
 * @param name for people: {@code simulated} or the context
 * @param options that name this cluster on the command line, such as {@code --context staging}; empty inside a process
 * @param simulated whether the cluster says of itself that it is simulated: drills on it are rehearsals
 * @param user name under which the API server knows this program
 * @param way how its services are called and connected to
 * @param audit source that sees every request; null where there is none
 */
public record ClusterPorts(
        String name,
        String options,
        boolean simulated,
        String user,
        Cluster cluster,
        ChangeWriter writer,
        DrillRecords records,
        Access access,
        ServiceCaller caller,
        Connector connector,
        Monitoring monitoring,
        ProbeWay way,
        @Nullable AuditTrail audit) {
    /** Name of a simulated cluster that lives inside this process, and goes with it. */
    public static final String IN_PROCESS = "simulated";

    /** Returns the same ports with another source of audit events. */
    public ClusterPorts withAudit(AuditTrail other) {
        return new ClusterPorts(
                name,
                options,
                simulated,
                user,
                cluster,
                writer,
                records,
                access,
                caller,
                connector,
                monitoring,
                way,
                other);
    }

    /** Returns the command that finishes a drill, ready to be typed. */
    public String finishing(String drill, String namespace) {
        return "understudy undo --drill " + drill + " --namespace " + namespace
                + (options.isEmpty() ? "" : " " + options);
    }
}
