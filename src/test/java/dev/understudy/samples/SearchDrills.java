package dev.understudy.samples;

import static dev.understudy.samples.Episode.with;
import static dev.understudy.samples.Episode.without;
import static dev.understudy.samples.Play.SEARCH_MEMORY;
import static dev.understudy.samples.Talk.by;

import dev.understudy.exclusion.Actor;
import dev.understudy.exclusion.BreachKind;
import dev.understudy.scenario.Participants.HeroRole;
import java.util.List;

/** Search without eli: too little is known yet. */
final class SearchDrills {
    private static final Actor ARGO = new Actor(Actor.Kind.AUTOMATION, "argocd");

    private SearchDrills() {}

    static List<Episode> all() {
        return List.of(
                without(SEARCH_MEMORY, "2025-08-14")
                        .alerted(58)
                        .changed(180, ARGO)
                        .recovers(205)
                        .debriefed(
                                1,
                                by("bo").well("The deployment was put back by itself")
                                        .said()),
                with(SEARCH_MEMORY, "2025-11-20", HeroRole.SUPPORTING)
                        .alerted(66)
                        .taken(190, "cem")
                        .breach(400, BreachKind.ADVISED, "said how much an index needs")
                        .changed(620, "cem")
                        .recovers(668)
                        .debriefed(
                                1,
                                by("bo").gap("How much memory does an index need?", "eli", true, "cem")
                                        .said()),
                unalerted(),
                without(SEARCH_MEMORY, "2026-04-23")
                        .alerted(63)
                        .taken(175, "fay")
                        .hint(500, 1)
                        .changed(810, "fay")
                        .recovers(860)
                        .debriefed(
                                1,
                                by("bo").lucky("The index was small that week").said()),
                without(SEARCH_MEMORY, "2026-08-06")
                        .alerted(57)
                        .taken(150, "cem")
                        .joined(260, "fay")
                        .changed(540, "cem")
                        .recovers(588)
                        .debriefed(
                                1,
                                by("bo").well("The limit was found from the dashboard alone")
                                        .said()),
                // nobody has held its debrief yet, so that the acknowledgement is still somebody's own word
                without(SEARCH_MEMORY, "2026-11-05")
                        .alerted(55)
                        .taken(120, "fay")
                        .changed(470, "fay")
                        .recovers(515));
    }

    private static Episode unalerted() {
        return without(SEARCH_MEMORY, "2026-01-29")
                .noted(290, "a customer asks why search is slow")
                .taken(310, "cem")
                .changed(850, "cem")
                .recovers(905)
                .debriefed(
                        1,
                        by("bo").factor("The alert looks at errors, and slow answers are none")
                                .action("Alert on the time that search takes", "cem", "2026-03-13")
                                .said());
    }
}
