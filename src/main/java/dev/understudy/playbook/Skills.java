package dev.understudy.playbook;

import dev.understudy.playbook.RotationPlan.Mode;
import dev.understudy.playbook.RotationProblem.Job;
import dev.understudy.playbook.RotationProblem.Start;

/** What people can do while a rotation unfolds, if each of its drills goes well. */
final class Skills {
    private final int people;
    private final int families;
    private final int scenarios;
    private final Rung[] rungs;
    private final boolean[] qualified;
    private final boolean[] led;

    Skills(Start start) {
        this.people = start.rungs().size();
        this.families = people == 0 ? 0 : start.rungs().getFirst().size();
        this.scenarios = start.scenarios();
        this.rungs = start.rungs().stream().flatMap(row -> row.stream()).toArray(Rung[]::new);
        this.qualified = new boolean[start.qualified().size() * people];
        this.led = new boolean[people * scenarios];
        for (int service = 0; service < start.qualified().size(); service++) {
            for (int person : start.qualified().get(service)) {
                qualified[service * people + person] = true;
            }
        }
        for (int person = 0; person < people; person++) {
            for (int scenario : start.led().get(person)) {
                led[person * scenarios + scenario] = true;
            }
        }
    }

    Skills(Skills other) {
        this.people = other.people;
        this.families = other.families;
        this.scenarios = other.scenarios;
        this.rungs = other.rungs.clone();
        this.qualified = other.qualified.clone();
        this.led = other.led.clone();
    }

    Rung rung(int person, int family) {
        return rungs[person * families + family];
    }

    boolean qualified(int person, int service) {
        return qualified[service * people + person];
    }

    /** Returns how many people have led a service without its hero. */
    int qualified(int service) {
        int count = 0;
        for (int person = 0; person < people; person++) {
            count += qualified[service * people + person] ? 1 : 0;
        }
        return count;
    }

    boolean hasLed(int person, int scenario) {
        return led[person * scenarios + scenario];
    }

    /** Adds what a drill teaches its lead and who shadows. */
    void learn(Job job, int lead, Mode mode, int shadow) {
        led[lead * scenarios + job.scenario()] = true;
        switch (mode) {
            case ALONE -> {
                rise(lead, job.family(), Rung.LEADS_ALONE);
                qualified[job.service() * people + lead] = true;
            }
            case WITH_SUPPORT -> rise(lead, job.family(), Rung.LEADS_WITH_SUPPORT);
        }
        if (shadow != RotationProblem.NOBODY) {
            rise(shadow, job.family(), Rung.SHADOWED);
        }
    }

    private void rise(int person, int family, Rung to) {
        int place = person * families + family;
        if (rungs[place].compareTo(to) < 0) {
            rungs[place] = to;
        }
    }
}
