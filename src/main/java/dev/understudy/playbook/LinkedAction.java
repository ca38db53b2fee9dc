package dev.understudy.playbook;

import dev.understudy.debrief.ActionItem;
import dev.understudy.independence.DrillResult;
import dev.understudy.playbook.ImprovementPlan.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An action that a condition's own drills decided on. Debriefs do not say which condition an action is about, so its
 * title has to: by the condition's word ({@code no-alert}), or else by a word that speaks of it. The word is printed, so
 * that a reader can judge the link; without such a word nothing is linked.
 *
 * @param drill whose debrief decided it
 * @param word by which it was linked
 */
record LinkedAction(DrillResult drill, ActionItem action, String word) {
    /** Returns the best link: the condition's own word first, then what is not done yet, then the latest decision. */
    static Optional<LinkedAction> of(Kind kind, List<DrillResult> did) {
        return did.stream()
                .flatMap(drill -> Groundwork.actions(drill).stream().flatMap(action -> link(kind, drill, action)))
                .min(Comparator.comparing((LinkedAction link) -> !link.word().equals(kind.word()))
                        .thenComparing(link -> link.action().done())
                        .thenComparing(link -> link.drill().opened(), Comparator.reverseOrder())
                        .thenComparing(link -> link.action().due())
                        .thenComparing(link -> link.action().title()));
    }

    private static Stream<LinkedAction> link(Kind kind, DrillResult drill, ActionItem action) {
        String title = action.title().toLowerCase(Locale.ROOT);
        return Stream.concat(Stream.of(kind.word()), words(kind).stream())
                .filter(word -> Pattern.compile("\\b" + Pattern.quote(word))
                        .matcher(title)
                        .find())
                .map(word -> new LinkedAction(drill, action, word))
                .limit(1);
    }

    /** Beginnings of words. */
    private static List<String> words(Kind kind) {
        return switch (kind) {
            case NO_ALERT, ALERT_LATE, DETECTED_BY_PERSON -> List.of("alert", "monitor", "detect");
            case ACKNOWLEDGED_LATE -> List.of("page", "paging", "acknowledg", "escalat", "on-call");
            case REPAIR_BY_HAND -> List.of("automat", "script", "self-heal", "by itself");
            case HINT_NEEDED -> List.of("runbook", "dashboard", "document", "write down");
            case EXCLUDED_NEEDED -> List.of("runbook", "access", "train", "shadow", "pair", "hand over", "write down");
            case UNDO_DIVERGED -> List.of("gitops", "argo", "flux", "reconcil", "owns", "diverge");
        };
    }
}
