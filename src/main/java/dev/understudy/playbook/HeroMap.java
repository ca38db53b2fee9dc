package dev.understudy.playbook;

import dev.understudy.independence.Verdict;
import dev.understudy.roster.Specialty;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where work routes to few, the riskiest family first. It ranks families of services, not people: a family is one line,
 * in which responders stand by name, and a line says what the service lacks.
 *
 * @param from first moment of the incident history that was counted
 * @param to first moment after it
 * @param incidents how many incidents of that time were counted
 * @param drills how many drills were read, whether they count as evidence or not
 * @param dependencies by falling risk, then by service and class
 */
public record HeroMap(Instant from, Instant to, long incidents, int drills, List<Dependency> dependencies) {
    public HeroMap {
        dependencies = List.copyOf(dependencies);
    }

    /**
     * One family of incidents and to whom it routes.
     *
     * @param service name in the roster, or as the history names it
     * @param incidentClass name in the roster, or as the history names it
     * @param risk product of the factors; at least 0, without unit: it only orders the lines of one map
     * @param factors one of each {@link Factor.Kind}, in that order, of the largest certain share
     * @param responders to whom it routes, by name; at least one
     */
    public record Dependency(
            String service, String incidentClass, double risk, List<Factor> factors, List<Routed> responders) {
        public Dependency {
            factors = List.copyOf(factors);
            responders = List.copyOf(responders);
        }

        /** Returns whose largest certain share the risk is of. */
        public Routed largest() {
            return largest(responders);
        }

        /** Returns whose certain share is the largest; the first by name of several. */
        static Routed largest(List<Routed> byName) {
            return byName.stream()
                    .reduce((a, b) -> b.certain() > a.certain() ? b : a)
                    .orElseThrow();
        }
    }

    /**
     * Somebody to whom a family routes.
     *
     * @param routes what shows that it routes there, in the order of {@link Source}
     * @param verdict of the service without that responder; insufficient when no drill asked
     * @param because one sentence for that verdict
     * @param accepted specialty that somebody accepted for it and that has not expired; it lowers no figure
     * @param drills ids of the drills of the family without that responder, oldest first
     */
    public record Routed(
            String responder,
            List<Route> routes,
            Verdict verdict,
            String because,
            @Nullable Specialty accepted,
            List<String> drills) {
        public Routed {
            routes = List.copyOf(routes);
            drills = List.copyOf(drills);
        }

        /** Returns the route whose certain share is the largest of those that count; empty when none counts. */
        public Optional<Route> largest() {
            return routes.stream().filter(Route::counted).reduce((a, b) -> b.certain() > a.certain() ? b : a);
        }

        private double certain() {
            return largest().map(Route::certain).orElse(0.0);
        }
    }

    /**
     * One factor of a risk.
     *
     * @param found what it was computed from, in words and figures
     */
    public record Factor(Kind kind, double value, String found) {
        /** What a risk is the product of. */
        public enum Kind {
            /** How much the business suffers without the service. */
            CRITICALITY(
                    "1 for a service of low criticality, 2 for medium, 3 for high; 2 for one the roster does not know"),
            /** How often such incidents come. */
            RECURRENCE("log2(2 + incidents per 91 days): 1 when none came, 2 at two a quarter, 3 at six, 4 at fourteen;"
                    + " damped, because what comes daily is also practised daily"),
            /** How much of the work one responder has. */
            CONCENTRATION(
                    "the lower end of the 90 % Wilson interval of a responder's share, the largest over the responders of the"
                            + " line and the kinds of evidence that count: few incidents tell little"),
            /** Whether it has been shown to work without. */
            NOT_INDEPENDENT(
                    "1 until drills show that the service works without the responder of that share, 0.1 from then on");

            private final String definition;

            Kind(String definition) {
                this.definition = definition;
            }

            /** Returns its formula in words, for readers of the page. */
            public String definition() {
                return definition;
            }

            /** Returns the word of pages and files: {@code not-independent}. */
            public String word() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }
    }

    /**
     * One responder's share of one kind of evidence.
     *
     * @param share of the parts of that kind that anybody took in this family; of the counted drills for {@link
     *     Source#NEEDED}
     * @param counted whether it counts for the concentration; a closing clerk's does not, nor one of very few
     * @param note why it does not count; empty when it does
     * @param certain how much of the share is certain, 0 to 1: the lower end of its 90 % Wilson interval
     */
    public record Route(Source source, Share share, boolean counted, String note, double certain) {
        Route(Source source, Share share, boolean counted, String note) {
            this(source, share, counted, note, Routes.certain(share));
        }
    }

    /** A kind of evidence that work routes to somebody. */
    public enum Source {
        /** Took the incident. */
        ACKNOWLEDGED,
        /** Worked on it. */
        WORKED,
        /** Was handed it by somebody else. */
        REASSIGNED,
        /** Closed it. */
        RESOLVED,
        /** Said what to do. */
        ADVISED,
        /** Changed production for it: deployments and tasks. */
        CHANGED,
        /** Was needed in a drill from which the responder was excluded. */
        NEEDED;

        /** Returns the word of pages and files: {@code acknowledged}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
