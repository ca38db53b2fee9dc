package dev.understudy.cli;

import dev.understudy.app.Understudy;
import dev.understudy.endpoint.Endpoint;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How a drill hears of what living people do. */
final class LiveOptions {
    @Option(
            names = "--listen-port",
            paramLabel = "N",
            defaultValue = "0",
            description = "Port on 127.0.0.1 on which a live drill takes orders, alerts and audit events; default: any"
                    + " free one.")
    private int port;

    @Option(
            names = "--audit",
            paramLabel = "SOURCE",
            defaultValue = "cluster",
            description = "Who tells who did what: 'cluster' is a simulated cluster's own stream and nothing on others,"
                    + " 'webhook' what the API server posts to a live drill. Default: ${DEFAULT-VALUE}.")
    private AuditSource audit = AuditSource.cluster;

    /** Constants are spelled as on the command line. */
    enum AuditSource {
        cluster,
        webhook
    }

    /** Refuses what a drill without living people cannot do. */
    void check(boolean live, CommandSpec spec) {
        if (!live && (port != 0 || byWebhook())) {
            throw new ParameterException(
                    spec.commandLine(), "--listen-port and --audit webhook go with --responders live only");
        }
        if (port < 0 || port > 65535) {
            throw new ParameterException(spec.commandLine(), "--listen-port is 0 to 65535, not " + port);
        }
    }

    /** Tells whether audit events come by webhook. */
    boolean byWebhook() {
        return audit == AuditSource.webhook;
    }

    Endpoint open(Understudy understudy) {
        return understudy.endpoint(port);
    }
}
