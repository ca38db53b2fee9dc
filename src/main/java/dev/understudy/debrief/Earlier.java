package dev.understudy.debrief;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What an earlier debrief has settled and a later one leaves as it is, with what the later one says. */
final class Earlier {
    private Earlier() {}

    static List<Attribution> attributions(Debrief earlier, Debrief later, Set<String> excluded) {
        return joined(
                earlier.attributions(),
                said -> !later.attributions().contains(said)
                        && (later.attributions().stream()
                                        .noneMatch(each -> each.actor().equals(said.actor()))
                                || (excluded.contains(said.responder()) && !later.answersFor(said.responder()))),
                later.attributions());
    }

    static List<Part> parts(Debrief earlier, Debrief later) {
        return joined(earlier.parts(), said -> !later.answersFor(said.responder()), later.parts());
    }

    /** What blocks goes on blocking, mentioned or not, until somebody says that it is done. */
    static List<ActionItem> actions(Debrief earlier, Debrief later) {
        List<ActionItem> blocking =
                earlier.actions().stream().filter(ActionItem::blocks).toList();
        return joined(
                blocking,
                open -> later.actions().stream().noneMatch(open::sameAs),
                later.actions().stream()
                        .map(action -> !action.done() && blocking.stream().anyMatch(action::sameAs)
                                ? action.asBlocking()
                                : action)
                        .toList());
    }

    private static <T> List<T> joined(List<T> earlier, Predicate<T> stays, List<T> later) {
        return Stream.concat(earlier.stream().filter(stays), later.stream()).toList();
    }
}
