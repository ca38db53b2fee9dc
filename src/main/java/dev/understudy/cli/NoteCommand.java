package dev.understudy.cli;

import dev.understudy.endpoint.Order;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code understudy note}: something is written into a drill's timeline. */
@Command(
        name = "note",
        mixinStandardHelpOptions = true,
        description = "Writes a note into the timeline of a running drill.")
final class NoteCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(
            arity = "1..2",
            paramLabel = "[DRILL] TEXT",
            hideParamSyntax = true,
            description = "What to write; before it the id of the drill, or the beginning of it, where several run.")
    private List<String> words = List.of();

    @Mixin
    private OrderOptions order = new OrderOptions();

    @Override
    public Integer call() throws InterruptedException {
        String drill = words.size() > 1 ? words.getFirst() : "";
        return order.give(new Order.Note(order.facilitator(), words.getLast()), drill, spec);
    }
}
