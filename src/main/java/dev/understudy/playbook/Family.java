package dev.understudy.playbook;

/**
 * Incidents of one class at one service: what is drilled, learned and planned as one.
 *
 * @param service name in the roster, or as drills and history name it
 * @param incidentClass name in the roster, or as drills and history name it
 */
record Family(String service, String incidentClass) {
    /** Returns it in words: {@code cache-loss at checkout}. */
    String words() {
        return (incidentClass.isEmpty() ? "incidents of no class" : incidentClass) + " at " + service;
    }
}
