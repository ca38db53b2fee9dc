package dev.understudy.samples;

import static dev.understudy.samples.Episode.with;
import static dev.understudy.samples.Episode.without;
import static dev.understudy.samples.Play.PAYMENTS_BANK;
import static dev.understudy.samples.Play.PAYMENTS_DEPLOY;
import static dev.understudy.samples.Talk.by;

import dev.understudy.cluster.UndoResult;
import dev.understudy.debrief.Part.Involved;
import dev.understudy.drill.EndCause;
import dev.understudy.exclusion.BreachKind;
import dev.understudy.scenario.Participants.HeroRole;
import java.util.List;

/** Payments still needs dia: it fails without, and recovers with. */
final class PaymentsDrills {
    private static final String WOULD_ASK = "Which question would you have asked dia?";

    private PaymentsDrills() {}

    static List<Episode> all() {
        return List.of(
                actedFor(),
                notRecovered(),
                with(PAYMENTS_DEPLOY, "2025-12-04", HeroRole.OBSERVING)
                        .alerted(70)
                        .taken(210, "bo")
                        .breach(240, BreachKind.LOOKED, "watched the dashboard with the others")
                        .hint(600, 2)
                        .changed(880, "bo")
                        .recovers(930)
                        .debriefed(
                                1,
                                by("cem")
                                        .badly("Nobody knew who may roll payments back")
                                        .said()),
                without(PAYMENTS_BANK, "2026-01-22")
                        .nothingBroke()
                        .debriefed(
                                1,
                                by("cem")
                                        .factor("A retry hides the lost bank for ten minutes")
                                        .said()),
                supported(),
                late(),
                without(PAYMENTS_BANK, "2026-06-11")
                        .alerted(80)
                        .taken(200, "fay")
                        .ends(600, EndCause.PERSON, "cem: the bank announced real maintenance")
                        .debriefed(
                                1,
                                by("cem")
                                        .factor("Maintenance of the bank is announced by mail only")
                                        .said()),
                advisedUnseen(),
                timeUp());
    }

    private static Episode actedFor() {
        return without(PAYMENTS_DEPLOY, "2025-07-17")
                .alerted(75)
                .taken(260, "fay")
                .hint(800, 1)
                .changed(1310, "dia")
                .breach(1310, BreachKind.ACTED, "patch deployments.apps/payments")
                .recovers(1340)
                .debriefed(
                        1,
                        by("cem")
                                .answer(WOULD_ASK, "Which image is safe to go back to", "fay")
                                .factor("Only dia may push to the registry of payments")
                                .gap("Which image is safe to go back to?", "dia", true, "fay")
                                .action("Let the whole team push to the registry", "dia", "2025-09-12")
                                .said());
    }

    private static Episode notRecovered() {
        return without(PAYMENTS_BANK, "2025-10-23")
                .alerted(90)
                .taken(280, "bo")
                .joined(500, "fay")
                .hint(900, 1)
                .hint(1500, 2)
                .undone(UndoResult.UNDONE, null)
                .debriefed(
                        1,
                        by("cem")
                                .answer(WOULD_ASK, "Where the name of the bank's host is set", "bo")
                                .factor("The address of the bank is set in three places")
                                .gap("Where is the bank's host set?", "dia", true, "bo")
                                .gap("Which queue may be drained?", "dia", true, null)
                                .said());
    }

    private static Episode supported() {
        return with(PAYMENTS_BANK, "2026-02-26", HeroRole.SUPPORTING)
                .alerted(65)
                .taken(180, "fay")
                .breach(420, BreachKind.ADVISED, "said which of the three places counts")
                .changed(690, "fay")
                .recovers(735)
                .debriefed(
                        1,
                        by("cem")
                                .well("With dia beside her, fay did all of it herself")
                                .said());
    }

    private static Episode late() {
        return without(PAYMENTS_DEPLOY, "2026-04-16")
                .alerted(410)
                .taken(480, "bo")
                .changed(1290, "bo")
                .recovers(1345)
                .debriefed(
                        2,
                        by("cem")
                                .factor("The alert waits for five minutes of errors")
                                .action("Page on errors of payments within two minutes", "fay", "2026-05-29")
                                .said());
    }

    /** What nobody wrote down during the drill came out afterwards. */
    private static Episode advisedUnseen() {
        return without(PAYMENTS_BANK, "2026-08-20")
                .alerted(60)
                .taken(150, "bo")
                .joined(390, "fay")
                .changed(980, "bo")
                .recovers(1022)
                .debriefed(
                        1,
                        by("cem")
                                .part("dia", Involved.ADVISED)
                                .factor("A private message was quicker than the runbook")
                                .gap("Which of the three places counts?", "dia", true, "bo")
                                .blocking("Set the bank's host in one place", "bo", "2026-12-18", "payments-lost-bank")
                                .said());
    }

    private static Episode timeUp() {
        return without(PAYMENTS_DEPLOY, "2026-10-15")
                .alerted(72)
                .taken(190, "fay")
                .hint(1200, 2)
                .changed(2000, "fay")
                .undone(UndoResult.DIVERGED, "kubectl")
                .debriefed(
                        1,
                        by("cem")
                                .answer(WOULD_ASK, "Whether the migration may be taken back", "fay")
                                .badly("The rollback met a migration of the database")
                                .gap("May the migration be taken back?", "dia", true, "fay")
                                .blocking(
                                        "Make migrations of payments reversible",
                                        "dia",
                                        "2027-01-22",
                                        "payments-bad-deploy")
                                .said());
    }
}
