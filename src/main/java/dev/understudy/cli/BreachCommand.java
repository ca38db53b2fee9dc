package dev.understudy.cli;

import dev.understudy.endpoint.Order;
import dev.understudy.exclusion.BreachKind;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code understudy breach}: what an excluded responder did. */
@Command(
        name = "breach",
        mixinStandardHelpOptions = true,
        description = {
            "Records what an excluded responder did in a running drill.",
            "Looking is listed and changes nothing; advising or acting before the recovery makes the drill 'rescued'."
        })
final class BreachCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "DRILL",
            description = "Id of the drill, or the beginning of it; needed only where several run.")
    private String drill = "";

    @Option(names = "--kind", paramLabel = "KIND", description = "How far they went: ${COMPLETION-CANDIDATES}.")
    private @Nullable Kind kind;

    @Option(names = "--detail", paramLabel = "TEXT", description = "What it was, in words.")
    private String detail = "";

    @Mixin
    private OrderOptions order = new OrderOptions();

    /** Constants are spelled as on the command line. */
    enum Kind {
        looked(BreachKind.LOOKED),
        advised(BreachKind.ADVISED),
        acted(BreachKind.ACTED);

        private final BreachKind meant;

        Kind(BreachKind meant) {
            this.meant = meant;
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        if (kind == null) {
            throw new ParameterException(
                    spec.commandLine(), "say how far they went, with --kind looked, advised or acted");
        }
        return order.give(new Order.Breach(order.responder(spec), kind.meant, detail), drill, spec);
    }
}
