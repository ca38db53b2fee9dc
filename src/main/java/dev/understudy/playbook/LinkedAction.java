package dev.understudy.playbook;

import dev.understudy.debrief.ActionItem;
import dev.understudy.debrief.SystemCondition;
import dev.understudy.independence.DrillResult;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An action that a condition's own drills decided on. Where its debrief says which condition it will mend, that decides.
 * Else its title has to: by the condition's word ({@code no-alert}), or by a word that speaks of it, which is printed, so
 * that a reader can judge the link; without such a word nothing is linked.
 *
 * @param drill whose debrief decided it
 * @param word by which it was linked; null when its debrief says so
 */
record LinkedAction(
        DrillResult drill, ActionItem action, @Nullable String word) {
    /** Returns the best link: what a debrief says first, then the condition's own word, what is not done, the latest. */
    static Optional<LinkedAction> of(SystemCondition condition, List<DrillResult> did) {
        return did.stream()
                .flatMap(drill -> Groundwork.actions(drill).stream().flatMap(action -> link(condition, drill, action)))
                .min(Comparator.comparing((LinkedAction link) -> link.word() != null)
                        .thenComparing(link -> !condition.word().equals(link.word()))
                        .thenComparing(link -> link.action().done())
                        .thenComparing(link -> link.drill().opened(), Comparator.reverseOrder())
                        .thenComparing(link -> link.action().due())
                        .thenComparing(link -> link.action().title()));
    }

    private static Stream<LinkedAction> link(SystemCondition condition, DrillResult drill, ActionItem action) {
        if (action.condition() != null) {
            return action.condition() == condition ? Stream.of(new LinkedAction(drill, action, null)) : Stream.empty();
        }
        String title = action.title().toLowerCase(Locale.ROOT);
        return Stream.concat(Stream.of(condition.word()), words(condition).stream())
                .filter(word -> Pattern.compile("\\b" + Pattern.quote(word))
                        .matcher(title)
                        .find())
                .map(word -> new LinkedAction(drill, action, word))
                .limit(1);
    }

    /** Beginnings of words. */
    private static List<String> words(SystemCondition condition) {
        return switch (condition) {
            case NO_ALERT, ALERT_LATE, DETECTED_BY_PERSON -> List.of("alert", "monitor", "detect");
            case ACKNOWLEDGED_LATE -> List.of("page", "paging", "acknowledg", "escalat", "on-call");
            case REPAIR_BY_HAND -> List.of("automat", "script", "self-heal", "by itself");
            case HINT_NEEDED -> List.of("runbook", "dashboard", "document", "write down");
            case EXCLUDED_NEEDED -> List.of("runbook", "access", "train", "shadow", "pair", "hand over", "write down");
            case UNDO_DIVERGED -> List.of("gitops", "argo", "flux", "reconcil", "owns", "diverge");
        };
    }
}
