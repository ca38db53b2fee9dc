package dev.understudy.debrief.file;

import dev.understudy.debrief.ActionItem;
import dev.understudy.debrief.Attribution;
import dev.understudy.debrief.Debrief;
import dev.understudy.debrief.KnowledgeGap;
import dev.understudy.debrief.Matters;
import dev.understudy.debrief.Part;
import dev.understudy.roster.Responder;
import dev.understudy.roster.ResponderKind;
import dev.understudy.roster.Roster;
import dev.understudy.scenario.Findings;
import dev.understudy.scenario.Places;
import dev.understudy.scenario.Problem;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a debrief makes sense: in itself, and for the drill that it is said to be of. */
public final class DebriefChecks {
    /** An action whose drill is to show that it helped must come while anybody remembers. */
    private static final int LONGEST_YEARS = 2;

    private final Debrief debrief;
    private final Matters drill;
    private final Findings findings;

    private DebriefChecks(Debrief debrief, Matters drill, Places places) {
        this.debrief = debrief;
        this.drill = drill;
        this.findings = new Findings(places);
    }

    /** Returns what is wrong whatever the drill was, in no particular order. */
    static List<Problem> ofItself(WrittenDebrief written, Places places) {
        Findings findings = new Findings(places);
        Map<String, Integer> seen = new HashMap<>();
        List<Part> parts = written.debrief().parts();
        for (int i = 0; i < parts.size(); i++) {
            Integer first = seen.putIfAbsent(parts.get(i).responder(), i);
            if (first != null) {
                findings.add(
                        "/spec/excluded/" + i + "/responder",
                        "the part of '" + parts.get(i).responder() + "' is answered twice",
                        "keep the one that goes furthest",
                        "/spec/excluded/" + first + "/responder");
            }
        }
        return findings.problems();
    }

    /**
     * Returns what does not fit the drill, in no particular order.
     *
     * @param roster who else may be named; empty for nobody
     */
    public static List<Problem> check(WrittenDebrief written, Matters drill, Optional<Roster> roster, Places places) {
        DebriefChecks checks = new DebriefChecks(written.debrief(), drill, places);
        checks.drill(written);
        checks.actors();
        checks.kinds(roster);
        checks.parts();
        checks.names(roster);
        checks.gaps();
        checks.dates();
        return checks.findings.problems();
    }

    private void drill(WrittenDebrief written) {
        String named = written.drill();
        if (named != null && !named.equals(drill.drill())) {
            findings.add("/spec/drill", "this is the debrief of drill " + named + ", not of " + drill.drill(), null);
        }
        object("/spec/lead", drill.leadObjection(debrief));
        object("/spec/facilitator", drill.facilitatorObjection(debrief));
    }

    private void object(String part, @Nullable String objection) {
        if (objection != null) {
            findings.add(part, objection, null);
        }
    }

    private void actors() {
        List<Attribution> attributions = debrief.attributions();
        for (int i = 0; i < attributions.size(); i++) {
            String actor = attributions.get(i).actor();
            if (!drill.actors().contains(actor)) {
                findings.add(
                        "/spec/actors/" + i + "/actor",
                        "the drill saw no unknown actor '" + actor + "'",
                        drill.actors().isEmpty()
                                ? "it saw none: leave the list out"
                                : "it saw " + String.join(", ", drill.actors()));
            }
        }
    }

    /** Automation is no evidence of a team: nobody becomes it by a word in a file, and it leads nothing. */
    private void kinds(Optional<Roster> roster) {
        roster.flatMap(r -> r.responder(String.valueOf(debrief.lead())))
                .filter(lead -> lead.kind() == ResponderKind.AUTOMATION)
                .ifPresent(lead -> object("/spec/lead", "'" + lead.name() + "' is automation, and leads nobody"));
        for (int i = 0; i < debrief.attributions().size(); i++) {
            Attribution said = debrief.attributions().get(i);
            String who = said.responder();
            String part = "/spec/actors/" + i + "/kind";
            Optional<ResponderKind> known =
                    roster.flatMap(r -> r.responder(who)).map(Responder::kind);
            if (known.isPresent() && known.get() != said.kind()) {
                String is = known.get().name().toLowerCase(Locale.ROOT);
                findings.add(
                        part,
                        "'" + who + "' is " + article(known.get()) + " in the roster, not " + article(said.kind()),
                        "kind: " + is);
            } else if (said.kind() == ResponderKind.AUTOMATION && drill.people().contains(who)) {
                findings.add(
                        part, "kind is automation, and '" + who + "' took part in the drill", "leave the kind out");
            }
        }
    }

    private static String article(ResponderKind kind) {
        return switch (kind) {
            case PERSON -> "a person";
            case AUTOMATION -> "automation";
            case ASSISTANT -> "an assistant";
        };
    }

    private void parts() {
        for (int i = 0; i < debrief.parts().size(); i++) {
            String who = debrief.parts().get(i).responder();
            if (!drill.excluded().contains(who)) {
                findings.add(
                        "/spec/excluded/" + i + "/responder",
                        "'" + who + "' was not excluded from this drill",
                        drill.excluded().isEmpty() ? "nobody was" : "excluded: " + String.join(", ", drill.excluded()));
            }
        }
    }

    private void names(Optional<Roster> roster) {
        Set<String> known = new LinkedHashSet<>(drill.people());
        roster.ifPresent(r -> r.responders().stream().map(Responder::name).forEach(known::add));
        NamesUsed.of(debrief).forEach((part, name) -> {
            if (!known.contains(name)) {
                String hint = roster.isPresent() ? "" : "; --roster FILE names more people";
                findings.add(part, "nobody called '" + name + "' is known here", String.join(", ", known) + hint);
            }
        });
    }

    private void gaps() {
        for (int i = 0; i < debrief.gaps().size(); i++) {
            KnowledgeGap gap = debrief.gaps().get(i);
            String who = gap.answeredBy();
            if (gap.onlyExcluded() && who != null && !drill.excluded().contains(who)) {
                String part = "/spec/gaps/" + i;
                findings.add(
                        part + "/onlyExcluded",
                        "'" + who + "' answered and was not excluded, so not only an excluded responder knew",
                        null,
                        part + "/answeredBy");
            }
        }
    }

    private void dates() {
        for (int i = 0; i < debrief.actions().size(); i++) {
            ActionItem action = debrief.actions().get(i);
            String part = "/spec/actions/" + i + "/due";
            if (!action.done() && action.due().isBefore(drill.day())) {
                findings.add(part, "it is due before the drill of " + drill.day(), "name a day that is still to come");
            }
            if (action.due().isAfter(drill.day().plusYears(LONGEST_YEARS))) {
                findings.add(
                        part,
                        "it is due more than " + LONGEST_YEARS + " years after the drill of " + drill.day(),
                        "is the year right?");
            }
        }
    }
}
