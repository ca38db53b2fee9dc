package dev.understudy.cli;

import dev.understudy.endpoint.Order;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code understudy hint}: the facilitator gives a hint of the scenario's ladder. */
@Command(
        name = "hint",
        mixinStandardHelpOptions = true,
        description = {
            "Gives a hint of the scenario's ladder: it is printed, to be read out, and recorded.",
            "From level 3 on it tells what to do, and makes the drill 'rescued'."
        })
final class HintCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            arity = "1..2",
            paramLabel = "[DRILL] N",
            hideParamSyntax = true,
            description =
                    "Level of the hint; before it the id of the drill, or the beginning of it, where several run.")
    private List<String> words = List.of();

    @Mixin
    private OrderOptions order = new OrderOptions();

    @Override
    public Integer call() throws InterruptedException {
        String drill = words.size() > 1 ? words.getFirst() : "";
        return order.give(new Order.Hint(order.facilitator(), level(words.getLast())), drill, spec);
    }

    private int level(String text) {
        if (!text.matches("[0-9]{1,3}")) {
            throw new ParameterException(spec.commandLine(), "the level of a hint is a number, not '" + text + "'");
        }
        return Integer.parseInt(text);
    }
}
