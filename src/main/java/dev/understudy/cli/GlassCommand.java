package dev.understudy.cli;

import dev.understudy.endpoint.Order;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code understudy glass}: help is called from outside the drill. */
@Command(
        name = "glass",
        mixinStandardHelpOptions = true,
        description = {
            "Breaks the glass of a running drill: help is called from outside, the excluded included.",
            "With --real-emergency the drill ends at once and everything of it is undone; without, it goes on and is"
                    + " 'rescued'."
        })
final class GlassCommand implements Callable<Integer> {
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

    @Option(names = "--real-emergency", description = "Something real is the matter: the drill must end.")
    private boolean realEmergency;

    @Mixin
    private OrderOptions order = new OrderOptions();

    @Override
    public Integer call() throws InterruptedException {
        if (reason.isBlank()) {
            throw new ParameterException(spec.commandLine(), "say why, with --reason TEXT");
        }
        return order.give(new Order.BreakGlass(order.facilitator(), reason, realEmergency), drill, spec);
    }
}
