package dev.understudy.report;

import dev.understudy.cluster.UndoResult;
import dev.understudy.debrief.ActionItem;
import dev.understudy.debrief.Answer;
import dev.understudy.debrief.Attribution;
import dev.understudy.debrief.Debrief;
import dev.understudy.debrief.KnowledgeGap;
import dev.understudy.debrief.Part;
import dev.understudy.drill.Briefing;
import dev.understudy.drill.DrillEvent;
import dev.understudy.drill.EndCause;
import dev.understudy.exclusion.Actor;
import dev.understudy.exclusion.BreachKind;
import dev.understudy.probe.Quality;
import java.time.LocalDate;
import java.util.List;

/** Drills that stand for all others. */
public final class Stories {
    public static final Actor BO = new Actor(Actor.Kind.PERSON, "bo");
    public static final Actor ANA = new Actor(Actor.Kind.PERSON, "ana");
    public static final Actor STRANGER = new Actor(Actor.Kind.UNKNOWN, "root@laptop");

    private Stories() {}

    /** The drill of the README: bo brings the cache back in eight seconds. */
    public static DrillStory recovered() {
        return recovered(Briefings.checkout().briefing());
    }

    public static DrillStory recovered(Briefing briefing) {
        return repairedBy(briefing, BO).closed(14_300);
    }

    public static DrillStory repairedBy(Briefing briefing, Actor actor) {
        return DrillStory.injected(briefing)
                .surveyed()
                .broken()
                .alerted(1100)
                .acknowledged(3020, "bo")
                .scaledBackBy(8000, actor)
                .steadyAgain(8900)
                .undone(14_200, UndoResult.RESTORED, "kubectl");
    }

    /** Ana says what to do, and a hint was given before. */
    public static DrillStory rescued() {
        return DrillStory.injected(Briefings.real().briefing())
                .broken()
                .alerted(31_000)
                .acknowledged(95_000, "bo")
                .told(
                        240_000,
                        "facilitator",
                        "terminal",
                        new DrillEvent.HintGiven(1, "Which dashboard shows cache hits?"))
                .told(
                        300_000,
                        "ana",
                        "terminal",
                        new DrillEvent.Breached("ana", BreachKind.LOOKED, "joined the call and listened", null))
                .told(
                        421_000,
                        "facilitator",
                        "terminal",
                        new DrillEvent.Breached(
                                "ana", BreachKind.ADVISED, "said on the call to look at replicas", null))
                .scaledBackBy(455_000, BO)
                .steadyAgain(462_000)
                .undone(467_200, UndoResult.RESTORED, "kubectl")
                .closed(467_400);
    }

    /** Another service suffers, and the drill stops itself. */
    public static DrillStory aborted() {
        return DrillStory.injected(Briefings.real().briefing())
                .surveyed()
                .broken()
                .reaches(900, "checkout")
                .alerted(42_000)
                .reads(45_000, "payments still work", Quality.BAD, "503 instead of 200")
                .at(
                        75_000,
                        new DrillEvent.EndDecided(
                                EndCause.GUARDRAIL, "probe 'payments still work' has been bad for 30s: 503"))
                .undone(75_400, UndoResult.UNDONE, "")
                .reads(79_000, DrillStory.READY, Quality.GOOD, "3 of 3 ready")
                .lets(79_500, "checkout")
                .reads(80_000, DrillStory.ANSWERS, Quality.GOOD, "200")
                .closed(80_100);
    }

    /** Somebody changes something else, which stays; the deadline comes. */
    public static DrillStory notRecovered() {
        return DrillStory.injected(Briefings.real().briefing())
                .surveyed()
                .broken()
                .reaches(1000, "storefront")
                .reaches(1300, "orders")
                .lets(13_345, "storefront")
                .alerted(70_000)
                .acknowledged(200_000, "bo")
                .told(
                        480_000,
                        "bo",
                        "audit",
                        new DrillEvent.ChangeSeen(BO, "patch", "deployments.apps/checkout", DrillStory.wall(480_000)))
                .at(600_000, new DrillEvent.Noted("bo suspects the last release and rolls it back"))
                .scaledBackBy(900_000, BO)
                .at(1_200_000, new DrillEvent.EndDecided(EndCause.DEADLINE, "after 20m"))
                .undone(1_200_300, UndoResult.DIVERGED, "kubectl")
                .closed(1_260_000, "Deployment shop/checkout: spec.template was rolled back by bo");
    }

    /** Two minutes in: acknowledged, not repaired. */
    public static DrillStory running() {
        return DrillStory.injected(Briefings.checkout().briefing())
                .broken()
                .alerted(1100)
                .acknowledged(63_020, "bo")
                .at(120_000, new DrillEvent.Noted("bo looks at the dashboards"));
    }

    /** Somebody unknown brings it back; a day later the debrief finds that ana had said what to do. */
    public static DrillStory debriefed() {
        Debrief said = new Debrief(
                "fay",
                "cem",
                true,
                List.of(new Attribution("root@laptop", "bo")),
                List.of(new Part("ana", Part.Involved.ADVISED)),
                List.of(new Answer(
                        "What did you look at first, and why did that make sense?",
                        "The logs: the alert names them",
                        "bo")),
                List.of("The alert names the symptom and not the cache"),
                List.of("The page was open within a minute"),
                List.of("A shared account was used"),
                List.of("It was noon"),
                List.of(new KnowledgeGap("Which deployment holds the cache?", "ana", true, "docs/cache.md", "bo")),
                List.of(
                        new ActionItem(
                                "Name the cache in the runbook",
                                "bo",
                                LocalDate.of(2026, 12, 24),
                                true,
                                false,
                                null,
                                null),
                        new ActionItem(
                                "Give everybody an account",
                                "cem",
                                LocalDate.of(2026, 11, 30),
                                false,
                                true,
                                null,
                                null)));
        return repairedBy(Briefings.real().briefing(), STRANGER)
                .closed(14_300)
                .said(86_400_000, "fay", new DrillEvent.Debriefed(said));
    }

    public static DrillStory refused() {
        Briefing briefing = Briefings.real().briefing();
        return new DrillStory(briefing)
                .at(-6000, new DrillEvent.Opened(briefing))
                .at(
                        -5000,
                        new DrillEvent.Refused(List.of(
                                "namespace 'shop' has no label understudy.dev/drills: allowed; add it to opt in")));
    }

    /** Nobody changes anything, and it comes back. */
    public static DrillStory selfHealed() {
        return DrillStory.injected(Briefings.real().briefing())
                .broken()
                .steadyAgain(8900)
                .undone(14_200, UndoResult.RESTORED, "kube-controller-manager")
                .closed(14_300);
    }
}
