package dev.understudy.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.drill.Briefing;
import dev.understudy.probe.ProbeWay;
import dev.understudy.roster.Identities;
import dev.understudy.roster.Responder;
import dev.understudy.roster.ResponderKind;
import dev.understudy.roster.Roster;
import dev.understudy.roster.Team;
import dev.understudy.scenario.language.Cast;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BriefingsTest {
    private static final Briefing.Stage STAGE =
            new Briefing.Stage("c", "uid", "shop", "Deployment shop/web", true, true, ProbeWay.API_SERVER);

    @Test
    void automation_of_the_team_is_not_among_those_who_may_take_a_page() {
        Cast cast = Theatre.cast();
        List<Responder> responders = new ArrayList<>(cast.roster().responders());
        responders.add(new Responder(
                "restarter", "restarter", ResponderKind.AUTOMATION, new Identities(List.of(), null, null, null)));
        String name = cast.scenario().responders().team();
        List<String> members =
                new ArrayList<>(cast.roster().team(name).orElseThrow().members());
        members.add("restarter");
        Roster roster = new Roster(
                cast.roster().name(),
                responders,
                List.of(new Team(name, members)),
                cast.roster().services(),
                List.of());

        Briefing briefing = Briefings.of("d", cast.scenario(), roster, STAGE, 1);

        assertThat(briefing.eligible()).isNotEmpty().doesNotContain("restarter");
    }
}
