package dev.understudy.playbook;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which drill is held when in the coming weeks, and who leads it.
 *
 * @param from its first day, a Monday
 * @param to its last day, a Sunday
 * @param terms what it keeps to
 * @param exact whether no better plan exists; otherwise it is a good one, found by trying
 * @param method how it was found, in one sentence
 * @param goals what it was judged by, the most important first
 * @param drills by day
 * @param unplanned what was needed and found no place, the most needed first
 * @param later what verdicts will still lack, by service, then responder
 * @param blocked days on which drills would be held but for a blackout, in order
 * @param leads who could lead a service without its hero before and after, by service
 */
public record RotationPlan(
        LocalDate from,
        LocalDate to,
        RotationTerms terms,
        boolean exact,
        String method,
        List<Goal> goals,
        List<PlannedDrill> drills,
        List<Unplanned> unplanned,
        List<Later> later,
        List<Blocked> blocked,
        List<Leads> leads) {
    public RotationPlan {
        goals = List.copyOf(goals);
        drills = List.copyOf(drills);
        unplanned = List.copyOf(unplanned);
        later = List.copyOf(later);
        blocked = List.copyOf(blocked);
        leads = List.copyOf(leads);
    }

    /**
     * Why a drill is needed.
     *
     * @param service name in the roster
     * @param incidentClass name in the roster
     * @param scenario of the library; null when it has none for this class of this service
     * @param weight criticality (1 to 3) x staleness (0 to 1), divided by how many drills of the service come before it
     * @param found what the weight was computed from, in words and figures
     * @param reasons what asks for it, in words: the verdict, freshness, actions to re-test
     */
    public record Need(
            String service,
            String incidentClass,
            @Nullable String scenario,
            double weight,
            String found,
            List<String> reasons) {
        public Need {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * One drill of the calendar.
     *
     * @param week number in the plan, from 1
     * @param from beginning of its window
     * @param to end of its window
     * @param mode how it is led
     * @param lead name of the person who leads
     * @param observer name of somebody experienced who watches; null when nobody is free or the lead needs none
     * @param shadow name of somebody who takes part to learn; null when nobody is left who should and can
     * @param excluded names of responders who stay out, or at hand when it is led with support; by name
     * @param why why this person
     * @param others everybody else of the team and why not they, by name
     */
    public record PlannedDrill(
            int week,
            LocalDate day,
            Instant from,
            Instant to,
            Need need,
            Mode mode,
            String lead,
            @Nullable String observer,
            @Nullable String shadow,
            List<String> excluded,
            String why,
            List<PassedOver> others) {
        public PlannedDrill {
            excluded = List.copyOf(excluded);
            others = List.copyOf(others);
        }
    }

    /** How a drill is led. */
    public enum Mode {
        /** The excluded are absent: it can become evidence. */
        ALONE,
        /** The excluded are at hand, since the lead has not led one yet: it trains, and is no evidence. */
        WITH_SUPPORT;

        /** Returns the words of pages and files: {@code with-support}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Somebody who does not lead a drill.
     *
     * @param because the rule that forbids it, or what made another person the better choice
     * @param forbidden whether a rule forbids it
     */
    public record PassedOver(String responder, String because, boolean forbidden) {}

    /** A drill that is needed and that has no place in the plan. */
    public record Unplanned(Need need, String because) {}

    /**
     * What a verdict still lacks when the plan is over and each drill of it that is led alone has passed.
     *
     * @param without name of the responder without whom the service is judged
     * @param passes in a row, by the numbers alone; at least 1
     */
    public record Later(String service, String without, int passes) {}

    /**
     * A day without drills.
     *
     * @param blackout its name in the roster
     */
    public record Blocked(LocalDate day, String blackout) {}

    /**
     * Something that the plan was judged by.
     *
     * @param name in words
     * @param value what the plan reaches
     * @param better whether more or less of it is better, in words
     */
    public record Goal(String name, double value, String better) {}

    /**
     * Who can lead a service without its hero.
     *
     * @param before names of people who have already, by name
     * @param after names of those and of everybody who would have if each planned drill went well, by name
     * @param enough whether that is as many as the terms ask for
     * @param because why it is not; empty when it is
     */
    public record Leads(String service, List<String> before, List<String> after, boolean enough, String because) {
        public Leads {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }
}
