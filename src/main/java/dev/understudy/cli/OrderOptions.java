package dev.understudy.cli;

import dev.understudy.app.StateDirectory;
import dev.understudy.app.Understudy;
import dev.understudy.endpoint.Address;
import dev.understudy.endpoint.Addresses;
import dev.understudy.endpoint.Answer;
import dev.understudy.endpoint.DrillCaller;
import dev.understudy.endpoint.Order;
import dev.understudy.endpoint.RequestProblem;
import java.io.IOException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What every command that tells a running drill something has in common. */
final class OrderOptions {
    @Option(names = "--as", paramLabel = "RESPONDER", description = "Who says so, by name in the roster.")
    private @Nullable String who;

    @Mixin
    private OutputOption output = new OutputOption();

    /** Returns who says so; a responder must be named. */
    String responder(CommandSpec spec) {
        if (who == null) {
            throw new ParameterException(spec.commandLine(), "say who it is, with --as RESPONDER");
        }
        return who;
    }

    /** Returns who says so; the facilitator when nobody is named. */
    String facilitator() {
        return who == null ? Order.FACILITATOR : who;
    }

    /**
     * Finds the drill, gives it the order and prints what it made of it.
     *
     * @param drill its id or the beginning of it; empty when there is only one
     */
    int give(Order order, String drill, CommandSpec spec) throws InterruptedException {
        Addresses.Found found =
                Understudy.addresses(StateDirectory.of(System.getenv())).find();
        return switch (Chosen.of(drill, found)) {
            case Chosen.None(String why) -> refuse(spec, why, ExitCodes.REFUSED);
            case Chosen.Several(String why) -> refuse(spec, why, ExitCodes.USAGE);
            case Chosen.One(Address address) -> give(order, address, spec);
        };
    }

    private int give(Order order, Address address, CommandSpec spec) throws InterruptedException {
        try {
            Answer answer = DrillCaller.call(address, order);
            PrintWriter out = spec.commandLine().getOut();
            out.println(
                    output.json()
                            ? answer.json().toPrettyString()
                            : "drill " + answer.drill() + ": " + answer.result());
            out.flush();
            return ExitCodes.DONE;
        } catch (RequestProblem problem) {
            boolean mistake = problem.status() == 400 || problem.status() == 422;
            return refuse(spec, problem.detail(), mistake ? ExitCodes.USAGE : ExitCodes.REFUSED);
        } catch (IOException e) {
            return refuse(spec, "drill " + address + " does not answer: " + e.getMessage(), ExitCodes.REFUSED);
        }
    }

    private static int refuse(CommandSpec spec, String why, int code) {
        spec.commandLine().getErr().println(why);
        return code;
    }
}
