package dev.understudy.independence;

import static dev.understudy.independence.Contribution.ACKNOWLEDGED;
import static dev.understudy.independence.Contribution.CHANGED;
import static dev.understudy.independence.Contribution.RESOLVED;
import static dev.understudy.independence.Contribution.WORKED;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Who closes most incidents and does little in them: perhaps a clerk, and not who fixed them. In real exports the closing
 * name is often that of somebody who keeps the books.
 */
final class Closers {
    private static final double MOST = 0.5;
    private static final double LITTLE = 0.1;
    private static final Set<Contribution> DOING = Set.of(ACKNOWLEDGED, WORKED, CHANGED);

    private Closers() {}

    /**
     * Returns who holds more than half of the resolved incidents and less than a tenth of what was acknowledged, worked on
     * and changed, all taken together; nobody when too few were resolved, or when no work was recorded at all.
     */
    static List<String> of(Collection<Concentration> concentrations) {
        List<Concentration> doing =
                concentrations.stream().filter(c -> DOING.contains(c.kind())).toList();
        return concentrations.stream()
                .filter(c -> c.kind() == RESOLVED && c.incidents() >= Concentration.FEWEST && c.topShare() > MOST)
                .map(Concentration::top)
                .filter(top -> !doing.isEmpty() && shareOfWork(doing, top) < LITTLE)
                .toList();
    }

    private static double shareOfWork(List<Concentration> doing, String responder) {
        double own =
                doing.stream().mapToDouble(c -> c.share(responder) * c.total()).sum();
        return own / doing.stream().mapToDouble(Concentration::total).sum();
    }
}
