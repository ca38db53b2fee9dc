package dev.understudy.cli;

import dev.understudy.endpoint.Order;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code understudy ack}: a responder takes it. */
@Command(
        name = "ack",
        mixinStandardHelpOptions = true,
        description = {
            "Tells a running drill that a responder takes it: the acknowledgement clock stops. An excluded responder's"
                    + " acknowledgement is recorded as a breach, and the clock goes on.",
            "It is self-reported (grade C), so the facilitator has to confirm it before it counts as evidence."
        })
final class AckCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "DRILL",
            description = "Id of the drill, or the beginning of it; needed only where several run.")
    private String drill = "";

    @Mixin
    private OrderOptions order = new OrderOptions();

    @Override
    public Integer call() throws InterruptedException {
        return order.give(new Order.Acknowledge(order.responder(spec)), drill, spec);
    }
}
