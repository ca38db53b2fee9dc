package dev.understudy.drill;

import dev.understudy.debrief.ActionItem;
import dev.understudy.debrief.Attribution;
import dev.understudy.debrief.Debrief;
import dev.understudy.debrief.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Debriefs that settle something about people. */
record Debriefs(
        String facilitator,
        @Nullable String lead,
        boolean confirmed,
        List<Attribution> attributions,
        List<Part> parts,
        List<ActionItem> actions) {
    /** One that settles nothing. */
    static Debrief bare() {
        return debrief().build();
    }

    static Debriefs debrief() {
        return new Debriefs("fay", null, false, List.of(), List.of(), List.of());
    }

    Debriefs heldBy(String who) {
        return new Debriefs(who, lead, confirmed, attributions, parts, actions);
    }

    Debriefs lead(String who) {
        return new Debriefs(facilitator, who, confirmed, attributions, parts, actions);
    }

    Debriefs confirms() {
        return new Debriefs(facilitator, lead, true, attributions, parts, actions);
    }

    Debriefs attributes(Attribution attribution) {
        return new Debriefs(facilitator, lead, confirmed, plus(attributions, attribution), parts, actions);
    }

    Debriefs attributes(String actor, String responder) {
        return attributes(new Attribution(actor, responder));
    }

    Debriefs part(String responder, Part.Involved involved) {
        return new Debriefs(
                facilitator, lead, confirmed, attributions, plus(parts, new Part(responder, involved)), actions);
    }

    Debriefs action(String title, boolean blocking, boolean done) {
        ActionItem action = new ActionItem(title, "bo", LocalDate.of(2026, 12, 24), blocking, done, null, null);
        return new Debriefs(facilitator, lead, confirmed, attributions, parts, plus(actions, action));
    }

    Debrief build() {
        return new Debrief(
                facilitator,
                lead,
                confirmed,
                attributions,
                parts,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                actions);
    }

    private static <T> List<T> plus(List<T> all, T one) {
        List<T> more = new ArrayList<>(all);
        more.add(one);
        return more;
    }
}
