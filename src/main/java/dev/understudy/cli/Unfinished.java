package dev.understudy.cli;

import dev.understudy.app.Understudy;
import dev.understudy.drill.Drill;
import dev.understudy.orchestrator.ClusterPorts;
import java.util.List;

/** Drills whose orchestrator died, finished before anything new begins. */
final class Unfinished {
    private Unfinished() {}

    /** Finishes them and says so; returns {@link ExitCodes#LEFT_BEHIND} when something could not be undone. */
    static int finish(Understudy understudy, ClusterPorts ports, Screen screen) {
        List<Drill> finished = understudy.recovery().recover(ports, (_, _) -> {});
        int code = ExitCodes.DONE;
        for (Drill drill : finished) {
            String id = drill.briefing().drill();
            if (ExitCodes.of(drill) == ExitCodes.LEFT_BEHIND) {
                screen.line("drill " + id + " was interrupted and could not be undone; run 'understudy report " + id
                        + "', then '"
                        + ports.finishing(id, drill.briefing().stage().namespace()) + "'");
                code = ExitCodes.LEFT_BEHIND;
            } else {
                screen.line("drill " + id + " was interrupted; everything of it is undone now");
            }
        }
        return code;
    }
}
