package dev.understudy.samples;

import static dev.understudy.samples.Episode.with;
import static dev.understudy.samples.Episode.without;
import static dev.understudy.samples.Play.CACHE_LOSS;
import static dev.understudy.samples.Play.CHECKOUT_DEPLOY;
import static dev.understudy.samples.Talk.by;

import dev.understudy.cluster.UndoResult;
import dev.understudy.debrief.Debrief;
import dev.understudy.debrief.Part.Involved;
import dev.understudy.drill.EndCause;
import dev.understudy.exclusion.Actor;
import dev.understudy.exclusion.BreachKind;
import dev.understudy.scenario.Participants.HeroRole;
import java.util.List;

/** How checkout came to do without ana: a rescue, two drills with her, then one pass after the other. */
final class CheckoutDrills {
    private static final String FIRST_LOOK = "What did you look at first, and why did that make sense?";
    private static final String WOULD_ASK = "Which question would you have asked ana?";
    private static final Actor KUBECTL = new Actor(Actor.Kind.UNKNOWN, "kubectl");
    private static final Actor COPILOT = new Actor(Actor.Kind.ASSISTANT, "copilot");

    private CheckoutDrills() {}

    static List<Episode> all() {
        return List.of(
                rescued(),
                aborted(),
                observed(),
                supported(),
                withHint(),
                byUnknown(),
                without(CACHE_LOSS, "2025-11-13")
                        .alerted(34)
                        .taken(122, "cem")
                        .hint(410, 1)
                        .changed(560, "cem")
                        .recovers(575)
                        .debriefed(
                                1,
                                by("fay")
                                        .well("The runbook was open within a minute")
                                        .said()),
                diverged(),
                without(CACHE_LOSS, "2026-01-15")
                        .alerted(31)
                        .taken(95, "bo")
                        .changed(330, "bo")
                        .recovers(344)
                        .debriefed(
                                2,
                                by("fay")
                                        .answer(FIRST_LOOK, "The hit rate: the runbook begins there", "bo")
                                        .said()),
                without(CHECKOUT_DEPLOY, "2026-02-12")
                        .alerted(48)
                        .taken(140, "cem")
                        .joined(300, "bo")
                        .changed(515, "cem")
                        .recovers(556)
                        .debriefed(
                                1,
                                by("fay")
                                        .badly("Two people typed at once for a while")
                                        .said()),
                stopped(),
                without(CACHE_LOSS, "2026-03-19")
                        .alerted(29)
                        .taken(88, "cem")
                        .changed(262, "cem")
                        .recovers(280)
                        .debriefed(
                                1,
                                by("fay")
                                        .well("Nobody reached for ana's number")
                                        .said()),
                without(CHECKOUT_DEPLOY, "2026-05-14")
                        .alerted(44)
                        .taken(101, "bo")
                        .changed(371, COPILOT)
                        .changed(402, "bo")
                        .recovers(447)
                        .debriefed(
                                4,
                                by("fay")
                                        .lucky("The assistant had the last good tag at hand")
                                        .said()),
                ledByAnother(),
                without(CHECKOUT_DEPLOY, "2026-09-10")
                        .alerted(39)
                        .taken(76, "cem")
                        .changed(255, "cem")
                        .recovers(301)
                        .debriefed(
                                1,
                                by("fay").well("The rollback took one command").said()),
                without(CACHE_LOSS, "2026-10-22")
                        .alerted(27)
                        .taken(64, "bo")
                        .changed(199, "bo")
                        .recovers(214)
                        .debriefed(1, last()));
    }

    /** Debriefed twice: the second time to say what had been done by then. */
    private static Episode rescued() {
        String named = "Name the session cache in the runbook";
        return without(CACHE_LOSS, "2025-06-12")
                .alerted(52)
                .taken(215, "bo")
                .hint(700, 1)
                .breach(905, BreachKind.ADVISED, "said on the call that the session cache must be scaled up")
                .changed(960, "bo")
                .recovers(982)
                .debriefed(
                        1,
                        firstTalk()
                                .blocking(named, "bo", "2025-08-29", "checkout-cache-loss")
                                .said())
                .debriefed(
                        90,
                        firstTalk()
                                .done(named, "bo", "2025-08-29")
                                .done("Alert on the hit rate of the cache", "cem", "2025-09-05")
                                .said());
    }

    private static Talk firstTalk() {
        return by("fay")
                .answer(FIRST_LOOK, "The logs of checkout, because the alert names it", "bo")
                .answer(WOULD_ASK, "Which of the three caches the page needs", null)
                .factor("The alert names the symptom and not the cache")
                .factor("The runbook ends before the cache")
                .badly("Twenty minutes went into the wrong logs")
                .gap("Which deployment holds the session cache?", "ana", true, "bo");
    }

    private static Episode aborted() {
        return without(CHECKOUT_DEPLOY, "2025-07-08")
                .alerted(61)
                .ends(180, EndCause.GUARDRAIL, "probe 'payments still answers' has been bad for 30s")
                .debriefed(
                        1,
                        by("fay")
                                .factor("Payments shares the registry's pull secret")
                                .said());
    }

    private static Episode observed() {
        return with(CACHE_LOSS, "2025-07-24", HeroRole.OBSERVING)
                .alerted(40)
                .taken(170, "bo")
                .breach(200, BreachKind.LOOKED, "sat in the call and listened")
                .changed(690, "bo")
                .recovers(711)
                .debriefed(
                        1, by("fay").well("Ana kept quiet, and it was enough").said());
    }

    private static Episode supported() {
        return with(CHECKOUT_DEPLOY, "2025-08-21", HeroRole.SUPPORTING)
                .alerted(45)
                .taken(160, "cem")
                .breach(480, BreachKind.ADVISED, "asked what the last good revision was")
                .changed(740, "cem")
                .recovers(786)
                .debriefed(
                        1,
                        by("fay")
                                .gap("How do I see the last good revision?", "ana", true, "cem")
                                .action("Write down how a rollout is taken back", "cem", "2025-09-30")
                                .said());
    }

    private static Episode withHint() {
        return without(CACHE_LOSS, "2025-09-11")
                .alerted(36)
                .taken(118, "bo")
                .noted(420, "bo reads the runbook aloud and does not begin")
                .hint(640, 2)
                .changed(905, "bo")
                .recovers(921)
                .debriefed(
                        3,
                        by("fay")
                                .answer(WOULD_ASK, "Whether scaling up loses the carts", "bo")
                                .factor("Nobody had ever scaled the cache by hand")
                                .gap("Does scaling the cache lose carts?", null, false, "bo")
                                .said());
    }

    private static Episode byUnknown() {
        return without(CHECKOUT_DEPLOY, "2025-10-09")
                .alerted(55)
                .taken(130, "bo")
                .joined(410, "cem")
                .changed(650, KUBECTL)
                .recovers(702)
                .debriefed(
                        2,
                        by("fay")
                                .actor("kubectl", "bo")
                                .part("ana", Involved.NONE)
                                .badly("bo's certificate had expired, so the shared account was used")
                                .done("Give everybody a certificate of their own", "cem", "2025-11-14")
                                .said());
    }

    private static Episode diverged() {
        return without(CHECKOUT_DEPLOY, "2025-12-10")
                .alerted(42)
                .taken(109, "bo")
                .changed(470, "bo")
                .recovers(523)
                .undone(UndoResult.DIVERGED, "kubectl")
                .debriefed(
                        1,
                        by("fay")
                                .lucky("An older revision happened to be pulled already")
                                .action("Keep the last three images on every node", "bo", "2027-01-29")
                                .said());
    }

    private static Episode stopped() {
        return without(CACHE_LOSS, "2026-03-05")
                .alerted(33)
                .taken(90, "bo")
                .ends(240, EndCause.PERSON, "fay: a customer's demonstration had been moved to today")
                .debriefed(
                        1,
                        by("fay")
                                .factor("The calendar of sales is not in the roster")
                                .said());
    }

    private static Episode ledByAnother() {
        return without(CACHE_LOSS, "2026-07-09")
                .alerted(30)
                .taken(70, "bo")
                .joined(130, "cem")
                .changed(246, "cem")
                .recovers(266)
                .debriefed(
                        1,
                        by("fay")
                                .lead("cem")
                                .well("bo took the page and handed it over at once")
                                .said());
    }

    private static Debrief last() {
        return by("fay")
                .answer(WOULD_ASK, "None", null)
                .well("From page to recovery in two and a half minutes")
                .action("Drill the cache while a deploy is running", "cem", "2027-02-26")
                .said();
    }
}
