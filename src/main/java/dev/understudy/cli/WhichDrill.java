package dev.understudy.cli;

import dev.understudy.journal.DrillSummary;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Which drill of the journal is meant by the beginning of an id. */
final class WhichDrill {
    private static final int SUGGESTIONS = 5;

    private final CommandLine line;
    private final List<DrillSummary> all;

    /**
     * @param all newest first
     */
    WhichDrill(CommandLine line, List<DrillSummary> all) {
        this.line = line;
        this.all = all;
    }

    /**
     * Finds it.
     *
     * @throws ParameterException when none or several begin so
     */
    DrillSummary begins(String beginning) {
        List<DrillSummary> matching =
                all.stream().filter(d -> d.drill().startsWith(beginning)).toList();
        Optional<DrillSummary> exact =
                matching.stream().filter(d -> d.drill().equals(beginning)).findFirst();
        if (exact.isPresent()) {
            return exact.get();
        }
        if (matching.isEmpty()) {
            throw wrong("there is no drill '" + beginning + "'; "
                    + (all.isEmpty() ? "there has been none yet" : "the latest are " + latest(all)));
        }
        if (matching.size() > 1) {
            throw wrong("'" + beginning + "' is the beginning of several drills: " + latest(matching));
        }
        return matching.getFirst();
    }

    /** Returns the newest few, for a message. */
    static String latest(List<DrillSummary> drills) {
        String named =
                drills.stream().limit(SUGGESTIONS).map(DrillSummary::drill).collect(Collectors.joining(", "));
        return drills.size() > SUGGESTIONS ? named + ", and " + (drills.size() - SUGGESTIONS) + " older" : named;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(line, message);
    }
}
