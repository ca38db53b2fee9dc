package dev.understudy.app;

import dev.understudy.debrief.Attribution;
import dev.understudy.debrief.Debrief;
import dev.understudy.debrief.KnowledgeGap;
import dev.understudy.debrief.Matters;
import dev.understudy.debrief.Part;
import dev.understudy.drill.Drill;
import dev.understudy.drill.DrillEvent.Debriefed;
import dev.understudy.drill.Entry;
import dev.understudy.drill.OpenMatters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the debriefs of a drill from elsewhere settle what that drill left open, and nothing else. Who may answer a
 * question or own an action is for the roster to say, which is not here.
 */
final class SettledNames {
    private SettledNames() {}

    /** Throws the first thing that a debrief of this drill cannot say. */
    static void check(Drill drill, List<Entry> entries) throws Objection {
        Matters matters = OpenMatters.of(drill);
        for (Entry entry : entries) {
            if (entry.event() instanceof Debriefed(Debrief debrief)) {
                String which = "the debrief of entry " + entry.number();
                object(which, matters.leadObjection(debrief));
                object(which, matters.facilitatorObjection(debrief));
                others(which, debrief, matters);
            }
        }
    }

    private static void object(String which, @Nullable String objection) throws Objection {
        if (objection != null) {
            throw new Objection(which + ": " + objection);
        }
    }

    private static void others(String which, Debrief debrief, Matters matters) throws Objection {
        for (Part part : debrief.parts()) {
            if (!matters.excluded().contains(part.responder())) {
                throw new Objection(which + " settles the part of '" + part.responder() + "', who was not excluded");
            }
        }
        for (Attribution attribution : debrief.attributions()) {
            if (!matters.actors().contains(attribution.actor())) {
                throw new Objection(which + " names the actor '" + attribution.actor() + "', whom the drill never saw");
            }
        }
        for (KnowledgeGap gap : debrief.gaps()) {
            if (gap.onlyExcluded()
                    && gap.answeredBy() != null
                    && !matters.excluded().contains(gap.answeredBy())) {
                throw new Objection(which + " says that only an excluded responder knew, and names '" + gap.answeredBy()
                        + "', who was not");
            }
        }
    }
}
