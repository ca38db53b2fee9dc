package dev.understudy.cli;

import dev.understudy.app.Catalog;
import dev.understudy.app.SimulatedStage;
import dev.understudy.roster.Roster;
import dev.understudy.scenario.Problem;
import dev.understudy.scenario.language.Read;
import dev.understudy.scenario.language.ScenarioFiles;
import dev.understudy.scenario.language.Source;
import dev.understudy.simulated.SimulatedCluster;
import dev.understudy.simulated.SimulatedOptions;
import dev.understudy.simulated.node.Pace;
import dev.understudy.simulated.outlet.PortTaken;
import dev.understudy.simulated.outlet.Webhook;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code understudy simulate}: a simulated cluster in a process of its own, until it is stopped. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a simulated cluster on loopback until it is stopped. kubectl works on it, and so does"
                    + " 'understudy run --kubeconfig FILE'. Everything in it is forgotten at the end.",
            "It says of itself that it is simulated; drills on it are rehearsals."
        })
final class SimulateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--world", paramLabel = "FILE", description = "Manifests that the cluster begins with.")
    private @Nullable Path world;

    @Option(
            names = "--roster",
            paramLabel = "FILE",
            description =
                    "Roster whose responders get a user each; default: roster.yaml in the folder above the world.")
    private @Nullable Path roster;

    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            defaultValue = "understudy.kubeconfig",
            description = "Where to write the kubeconfig; default: ${DEFAULT-VALUE}.")
    private Path kubeconfig = Path.of("understudy.kubeconfig");

    @Option(names = "--port", paramLabel = "N", defaultValue = "0", description = "Port; default: any free one.")
    private int port;

    @Option(
            names = "--client-certificates",
            description = "Lets the users of the kubeconfig log in with certificates instead of tokens.")
    private boolean clientCertificates;

    @Option(
            names = "--pace",
            paramLabel = "FACTOR",
            defaultValue = "0.1",
            description =
                    "How long back-offs, probes, grace periods and the like take, compared with a real cluster: 1 is as"
                            + " slow as a real one, 0.01 a hundred times as fast; default: ${DEFAULT-VALUE}.")
    private double pace;

    @Option(
            names = "--ingress-port",
            paramLabel = "N",
            defaultValue = "0",
            description = "Port on which Ingresses are served by plain HTTP; default: any free one.")
    private int ingressPort;

    @Option(
            names = "--prometheus-port",
            paramLabel = "N",
            defaultValue = "0",
            description = "Port of a Prometheus API over what is measured in the cluster; default: any free one.")
    private int prometheusPort;

    @Option(
            names = "--audit-file",
            paramLabel = "FILE",
            description = "Where audit events are appended, one line of JSON each; default: nowhere.")
    private @Nullable Path auditFile;

    @Option(
            names = "--audit-webhook",
            paramLabel = "URL",
            description = "Where audit events are posted, as an API server posts them; default: nowhere.")
    private @Nullable URI auditWebhook;

    @Option(
            names = "--alerts-to",
            paramLabel = "URL",
            description = "Where the world's alerts are posted, as Alertmanager posts them; default: nowhere.")
    private @Nullable URI alertsTo;

    @Option(
            names = "--webhook-token-file",
            paramLabel = "FILE",
            description = "File of the bearer token that goes with alerts and audit events, read at each delivery;"
                    + " default: none is sent.")
    private @Nullable Path webhookToken;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (world != null && !Files.isReadable(world)) {
            throw new ParameterException(spec.commandLine(), "there is no readable file " + world);
        }
        if (Files.exists(kubeconfig) && !Files.readString(kubeconfig).contains("understudy-simulated")) {
            throw new ParameterException(
                    spec.commandLine(), kubeconfig + " is not of a simulated cluster and would be lost; name another");
        }
        if (!(pace >= 0) || Double.isInfinite(pace)) {
            throw new ParameterException(spec.commandLine(), "--pace is a factor of 0 or more");
        }
        Optional<Path> people = people();
        Optional<Roster> read = Optional.empty();
        if (people.isPresent()) {
            switch (Catalog.files().roster(Source.file(people.get()))) {
                case Read.Good<Roster> good -> read = Optional.of(good.value());
                case Read.Bad<Roster> bad -> {
                    bad.problems().stream()
                            .map(Problem::toString)
                            .forEach(spec.commandLine().getErr()::println);
                    return ExitCodes.USAGE;
                }
            }
        }
        try (SimulatedCluster cluster = SimulatedStage.start(read, Optional.ofNullable(world), options())) {
            SimulatedStage.writeKubeconfig(cluster, kubeconfig);
            new Greeting(cluster, kubeconfig, read, Optional.ofNullable(alertsTo))
                    .print(spec.commandLine().getOut());
            untilStopped();
        } catch (PortTaken taken) {
            spec.commandLine().getErr().println(taken.getMessage());
            return ExitCodes.REFUSED;
        }
        return ExitCodes.DONE;
    }

    private Optional<Path> people() {
        if (roster != null || world == null) {
            return Optional.ofNullable(roster);
        }
        Path folder = world.toAbsolutePath().getParent();
        return folder == null
                ? Optional.empty()
                : Optional.of(folder.resolveSibling(ScenarioFiles.ROSTER_FILE)).filter(Files::isRegularFile);
    }

    private SimulatedOptions options() {
        SimulatedOptions options = SimulatedOptions.defaults()
                .withPort(port)
                .withPace(new Pace(pace))
                .withIngress(ingressPort)
                .withPrometheus(prometheusPort);
        options = auditFile == null ? options : options.withAuditFile(auditFile);
        options = auditWebhook == null ? options : options.withAuditWebhook(webhook(auditWebhook));
        options = alertsTo == null ? options : options.withAlertWebhook(webhook(alertsTo));
        return clientCertificates ? options.withClientCertificates() : options;
    }

    private Webhook webhook(URI address) {
        return new Webhook(address, Optional.ofNullable(webhookToken));
    }

    private static void untilStopped() throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(stopped::countDown, "stop"));
        stopped.await();
    }
}
