package dev.understudy.bench;

import dev.understudy.app.Catalog;
import dev.understudy.cluster.kubernetes.Client;
import dev.understudy.cluster.kubernetes.KubernetesCluster;
import dev.understudy.journal.sql.FileLocks;
import dev.understudy.journal.sql.SqlJournal;
import dev.understudy.orchestrator.Casting;
import dev.understudy.orchestrator.ClusterPorts;
import dev.understudy.orchestrator.DrillListener;
import dev.understudy.orchestrator.Drills;
import dev.understudy.orchestrator.LiveDrill;
import dev.understudy.orchestrator.OpenResult;
import dev.understudy.orchestrator.TimeSource;
import dev.understudy.probe.prometheus.PrometheusMonitoring;
import dev.understudy.scenario.language.Cast;
import dev.understudy.scenario.language.Read;
import dev.understudy.scenario.language.Source;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** What opens drills in a crowd, put together as the program does it. */
final class Troupe implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final SqlJournal journal;
    private final KubernetesCluster cluster;
    private final Drills drills;

    Troupe(String kubeconfig, Path folder) {
        cluster = KubernetesCluster.open(
                kubeconfig, Optional.empty(), Client.understudy("bench", InstantSource.system()));
        journal = SqlJournal.open(folder.resolve("journal.db"));
        drills = new Drills(
                vertx,
                journal,
                new FileLocks(folder.resolve("locks")),
                ports(),
                Catalog.FAULTS,
                TimeSource.system(),
                journal);
    }

    KubernetesCluster cluster() {
        return cluster;
    }

    LiveDrill open(int number, String sustained, DrillListener listener) {
        Cast cast = read(Crowd.scenario(number, sustained));
        return switch (drills.open(new Casting(cast.scenario(), cast.roster(), null), number, listener)) {
            case OpenResult.Going(LiveDrill live, var _) -> live;
            case OpenResult.Refused(var refusals) -> throw new IllegalStateException(refusals.toString());
        };
    }

    private static Cast read(String scenario) {
        Read<Cast> read = Catalog.files()
                .cast(
                        Source.text("bench.yaml", scenario),
                        Optional.of(Source.file(Path.of("scenarios/outcomes/roster.yaml"))),
                        Map.of());
        return switch (read) {
            case Read.Good<Cast> good -> good.value();
            case Read.Bad<Cast> bad ->
                throw new IllegalStateException(bad.problems().toString());
        };
    }

    private ClusterPorts ports() {
        return new ClusterPorts(
                "bench",
                "",
                true,
                "understudy",
                cluster,
                cluster.changes(),
                cluster.records(),
                cluster.access(),
                cluster.services(),
                cluster.ports(),
                new PrometheusMonitoring(_ -> null, Optional.empty(), InstantSource.system()),
                cluster.way(),
                null);
    }

    @Override
    public void close() {
        vertx.close().await();
        cluster.close();
        journal.close();
    }
}
