package dev.understudy.report;

import dev.understudy.cluster.UndoResult;
import dev.understudy.drill.Briefing;
import dev.understudy.drill.DrillEvent;
import dev.understudy.exclusion.Actor;
import dev.understudy.exclusion.BreachKind;
import java.util.List;

/** Drills whose text tries to break the page it is printed on, and drills that are simply large. */
public final class HostileStories {
    /** Everything that has a meaning somewhere. */
    public static final String SCRIPT =
            "<script>alert('x')</script>\"&' ]]> --> ${7*7} |cell| `code` **bold** [a](javascript:1)";

    public static final String INVISIBLE = "bell\u0007 null\u0000 escape\u001b[31m turned\u202E half\uD800 del\u007F";
    public static final String ARABIC = "الدفع لا يعمل";
    public static final String CHINESE = "购物车缓存丢失了怎么办";

    private HostileStories() {}

    public static DrillStory hostile() {
        String nasty = SCRIPT + "\n# heading\r\n" + INVISIBLE;
        Briefing briefing = Briefings.real()
                .about(new Briefing.Subject(
                        "shop-" + SCRIPT,
                        nasty,
                        nasty,
                        "checkout</title>",
                        ARABIC,
                        "javascript:alert(document.domain)",
                        nasty,
                        List.of(nasty, ARABIC, CHINESE)))
                .without("ana</bdi>")
                .briefing();
        return DrillStory.injected(briefing)
                .broken()
                .told(1100, "x", "webhook", new DrillEvent.Detected(nasty, null))
                .told(2000, "x", "terminal", new DrillEvent.Acknowledged(CHINESE, null))
                .told(3000, "x", "terminal", new DrillEvent.HintGiven(1, nasty))
                .told(4000, "x", "terminal", new DrillEvent.Noted(nasty))
                .told(5000, "x", "terminal", new DrillEvent.Breached("ana</bdi>", BreachKind.ADVISED, nasty, null))
                .told(6000, "x", "terminal", new DrillEvent.GlassBroken(ARABIC, nasty, false))
                .scaledBackBy(8000, new Actor(Actor.Kind.UNKNOWN, nasty))
                .steadyAgain(8900)
                .undone(14_200, UndoResult.DIVERGED, nasty)
                .closed(14_300, nasty, ARABIC);
    }

    /** Three hundred events, and names that do not end. */
    public static DrillStory large() {
        String name = "a-very-long-service-name-that-somebody-generated-".repeat(4);
        Briefing briefing = Briefings.real().without(name).briefing();
        DrillStory story = DrillStory.injected(briefing).broken().alerted(1100);
        for (int i = 0; i < 140; i++) {
            story.told(2000 + i * 1000L, name, "terminal", new DrillEvent.Noted("note " + i + " " + name))
                    .scaledBackBy(2500 + i * 1000L, new Actor(Actor.Kind.AUTOMATION, "controller"));
        }
        return story.told(
                        150_000,
                        name,
                        "audit",
                        new DrillEvent.Breached(name, BreachKind.ACTED, "patch deployments.apps/" + name, null))
                .steadyAgain(160_000)
                .undone(166_000, UndoResult.RESTORED, name)
                .closed(166_100);
    }
}
