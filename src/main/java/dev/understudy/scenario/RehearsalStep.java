package dev.understudy.scenario;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of the script that scripted responders follow.
 *
 * @param at counted from the first injection
 * @param responder who does it; null for what no responder does (an alert, a hint)
 */
public record RehearsalStep(Duration at, @Nullable String responder, Act act) {
    /** What happens. */
    public sealed interface Act {
        /** An alert fires. In YAML {@code alert: {label: value}}. */
        record Alert(Map<String, String> labels) implements Act {
            public Alert {
                labels = Map.copyOf(labels);
            }
        }

        /** Takes the page. In YAML {@code acknowledges: true}. */
        record Acknowledges() implements Act {}

        /** Does something in the cluster under the responder's own name. In YAML {@code runs: {scale: ...}}. */
        record Runs(Deed deed) implements Act {}

        /** An excluded responder looks. In YAML {@code looks: what at}. */
        record Looks(String what) implements Act {}

        /** An excluded responder says what to do. In YAML {@code advises: what}. */
        record Advises(String what) implements Act {}

        /**
         * Calls somebody who is excluded, who then advises. In YAML {@code calls: {responder, reason}}.
         *
         * @param whom name in the roster
         */
        record Calls(String whom, String reason) implements Act {}

        /**
         * Breaks the glass. In YAML {@code breaksGlass: {reason, realEmergency}}.
         *
         * @param realEmergency true ends the drill at once; false was for the drill's own fault
         */
        record BreaksGlass(String reason, boolean realEmergency) implements Act {}

        /** The facilitator gives the hint of that level. In YAML {@code hint: 1}. */
        record GivesHint(int level) implements Act {}

        /** The facilitator or a guardrail of flesh ends the drill. In YAML {@code aborts: reason}. */
        record Aborts(String reason) implements Act {}
    }
}
