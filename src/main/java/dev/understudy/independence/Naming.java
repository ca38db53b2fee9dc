package dev.understudy.independence;

/** How a drill reads in a proof. */
final class Naming {
    private Naming() {}

    /** Returns {@code drill d7 of bad-deploy on 2026-11-22: recovered-late}. */
    static String drill(DrillResult drill) {
        return "drill " + drill.drill() + " of " + drill.incidentClass() + " on " + Wording.day(drill.opened()) + ": "
                + drill.outcome().word();
    }
}
