package dev.understudy.simulated.controller;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.simulated.controller.autoscaler.Autoscalers;
import dev.understudy.simulated.controller.cron.CronJobs;
import dev.understudy.simulated.controller.daemon.DaemonSets;
import dev.understudy.simulated.controller.definition.Definitions;
import dev.understudy.simulated.controller.deployment.Deployments;
import dev.understudy.simulated.controller.garbage.GarbageCollector;
import dev.understudy.simulated.controller.job.Jobs;
import dev.understudy.simulated.controller.replicaset.ReplicaSets;
import dev.understudy.simulated.controller.stateful.StatefulSets;
import dev.understudy.simulated.controller.storage.Claims;
import dev.understudy.simulated.controller.storage.StorageGuard;
import dev.understudy.simulated.controller.storage.Volumes;
import dev.understudy.simulated.node.EphemeralContainers;
import dev.understudy.simulated.node.LostPods;
import dev.understudy.simulated.node.NodeLeases;
import dev.understudy.simulated.node.NodeMonitor;
import dev.understudy.simulated.node.NodeStatus;
import dev.understudy.simulated.node.NodeTaints;
import dev.understudy.simulated.node.Pace;
import dev.understudy.simulated.node.TaintEviction;
import dev.understudy.simulated.node.kubelet.Kubelet;
import dev.understudy.simulated.quota.Quotas;
import dev.understudy.simulated.reconcile.ControlLoop;
import dev.understudy.simulated.reconcile.Reconciler;
import dev.understudy.simulated.reconcile.Recorder;
import dev.understudy.simulated.scheduler.Scheduler;
import dev.understudy.simulated.store.ObjectStore;
import dev.understudy.simulated.traffic.Traffic;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Every controller, the scheduler and the kubelets of a simulated cluster, on one daemon thread; idle, it sleeps. */
public final class ControlPlane implements AutoCloseable {
    private final ControlLoop loop;

    /**
     * Prepares the control plane; nothing happens before {@link #start}.
     *
     * @param clock what deadlines and delays are measured on
     * @param pace how fast the kubelets are
     */
    public ControlPlane(ObjectStore store, InstantSource clock, Pace pace) {
        this(store, clock, pace, _ -> false, List.of());
    }

    /**
     * Prepares a control plane for containers whose commands somebody runs.
     *
     * @param running tells of the spec of a container whether its command is run, so that its end is reported
     * @param more reconcilers that look at everything last
     */
    public ControlPlane(
            ObjectStore store, InstantSource clock, Pace pace, Predicate<JsonNode> running, List<Reconciler> more) {
        List<Reconciler> all = new ArrayList<>(own(store, clock, pace, running));
        all.addAll(more);
        loop = new ControlLoop(store, clock, all);
    }

    private static List<Reconciler> own(
            ObjectStore store, InstantSource clock, Pace pace, Predicate<JsonNode> running) {
        var recorder = new Recorder(store, clock);
        var traffic = new Traffic(store);
        return List.of(
                new NamespaceContents(store),
                new NodeStatus(store, clock, recorder),
                new NodeLeases(store, clock),
                new NodeMonitor(store, clock, pace, recorder),
                new NodeTaints(store, clock),
                new TaintEviction(store, clock, pace, recorder),
                new Quotas(store, clock),
                new Deployments(store, clock, recorder),
                new ReplicaSets(store, clock, recorder),
                new DaemonSets(store, clock, pace, recorder),
                new StatefulSets(store, clock, recorder),
                new CronJobs(store, clock, recorder),
                new Jobs(store, clock, pace, recorder),
                new Claims(store, recorder),
                new Volumes(store),
                new StorageGuard(store),
                new Autoscalers(store, clock, pace, recorder, traffic::perSecond),
                new Scheduler(store, clock, recorder),
                new Kubelet(store, clock, pace, recorder, traffic, running),
                new EphemeralContainers(store, clock),
                new LostPods(store, clock, pace),
                new EndpointSlices(store),
                new IngressAddresses(store),
                new DisruptionBudgets(store, clock, recorder),
                new Definitions(store, clock),
                new GarbageCollector(store),
                new NamespaceRemoval(store));
    }

    /** Starts to work on what is stored already and on every change from now on. May be called once. */
    public void start() {
        loop.start();
    }

    /** Looks at the clock again; whoever moves a clock by hand calls this afterwards. */
    public void clockMoved() {
        loop.clockMoved();
    }

    /** Finishes the step under way and ends the thread; what is stored stays as it is. */
    @Override
    public void close() {
        loop.close();
    }
}
