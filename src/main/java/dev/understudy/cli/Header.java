package dev.understudy.cli;

import dev.understudy.cluster.Change;
import dev.understudy.orchestrator.Casting;
import dev.understudy.orchestrator.ClusterPorts;
import dev.understudy.orchestrator.OpenResult;

/** The first lines of a run: which drill, where, what will be broken. */
final class Header {
    private Header() {}

    static void print(OpenResult.Going going, Casting casting, ClusterPorts ports, Screen screen) {
        String kind = ports.simulated() || casting.scripted() ? "rehearsal" : "drill";
        screen.line(screen.in(Screen.Colour.BOLD, casting.scenario().title()) + ": a " + kind + " on cluster '"
                + ports.name() + "'");
        screen.line("drill " + going.drill().id());
        going.plan().changes().forEach((fault, changes) -> {
            for (Change change : changes) {
                screen.line("will " + fault + ": " + change.describe());
            }
        });
    }
}
