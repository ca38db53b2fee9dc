package dev.understudy.orchestrator;

import dev.understudy.cluster.Applied;
import dev.understudy.cluster.Change;
import dev.understudy.cluster.ChangeWriter;
import dev.understudy.cluster.Cluster;
import dev.understudy.cluster.ClusterException;
import dev.understudy.cluster.ClusterView;
import dev.understudy.cluster.DrillRecord;
import dev.understudy.cluster.DrillRecords;
import dev.understudy.cluster.Scope;
import dev.understudy.cluster.Sighting;
import dev.understudy.cluster.UndoResult;
import dev.understudy.cluster.Undone;
import dev.understudy.drill.Drill;
import dev.understudy.probe.Connector;
import dev.understudy.probe.Monitoring;
import dev.understudy.probe.ProbeCheck;
import dev.understudy.probe.ProbeWay;
import dev.understudy.probe.ServiceCaller;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/** A simulated cluster that lived inside a process which is no more: everything on it went with it. */
final class Vanished implements Cluster, ChangeWriter, DrillRecords, Monitoring {
    private static final String GONE = "it went with the process that simulated its cluster";

    private Vanished() {}

    static boolean is(Drill drill) {
        return drill.briefing().stage().cluster().equals(ClusterPorts.IN_PROCESS);
    }

    static ClusterPorts ports() {
        Vanished nothing = new Vanished();
        return new ClusterPorts(
                ClusterPorts.IN_PROCESS,
                "",
                true,
                "",
                nothing,
                nothing,
                nothing,
                _ -> new TreeSet<>(),
                (_, _) -> new ServiceCaller.Answer.Blind(GONE),
                (_, _, _) -> new Connector.Answer.Blind(GONE),
                nothing,
                ProbeWay.API_SERVER,
                null);
    }

    @Override
    public Change preview(Change change, String manager) {
        throw new ClusterException(ClusterException.Kind.NOT_FOUND, GONE);
    }

    @Override
    public Applied apply(Change change, String manager) {
        return new Applied.Refused(change, GONE);
    }

    @Override
    public Undone undo(Change change, String manager) {
        return new Undone(change, UndoResult.GONE, null, GONE);
    }

    @Override
    public DrillRecord write(DrillRecord record) {
        throw new ClusterException(ClusterException.Kind.NOT_FOUND, GONE);
    }

    @Override
    public List<DrillRecord> find(String namespace) {
        return List.of();
    }

    @Override
    public void remove(DrillRecord record) {}

    @Override
    public ClusterView observe(Scope scope) {
        throw new ClusterException(ClusterException.Kind.NOT_FOUND, GONE);
    }

    @Override
    public AutoCloseable watch(Scope scope, Consumer<Sighting> listener) {
        throw new ClusterException(ClusterException.Kind.NOT_FOUND, GONE);
    }

    @Override
    public Optional<Obstacle> obstacle(ProbeCheck.Prometheus check) {
        return Optional.of(new Obstacle(GONE, ""));
    }

    @Override
    public Answer ask(ProbeCheck.Prometheus check) {
        return new Answer.Silent(GONE);
    }

    @Override
    public String uid() {
        return "";
    }
}
