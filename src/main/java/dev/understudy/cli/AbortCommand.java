package dev.understudy.cli;

import dev.understudy.endpoint.Order;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code understudy abort}: a drill is ended. */
@Command(
        name = "abort",
        mixinStandardHelpOptions = true,
        description = "Ends a running drill as 'aborted'; everything of it is undone.")
final class AbortCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "DRILL",
            description = "Id of the drill, or the beginning of it; needed only where several run.")
    private String drill = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, in words.")
    private String reason = "";

    @Mixin
    private OrderOptions order = new OrderOptions();

    @Override
    public Integer call() throws InterruptedException {
        return order.give(new Order.Abort(order.facilitator(), reason), drill, spec);
    }
}
