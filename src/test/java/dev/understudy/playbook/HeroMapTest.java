package dev.understudy.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.understudy.history.Participation.Kind;
import dev.understudy.playbook.HeroMap.Dependency;
import dev.understudy.playbook.HeroMap.Factor;
import dev.understudy.playbook.HeroMap.Route;
import dev.understudy.playbook.HeroMap.Routed;
import dev.understudy.playbook.HeroMap.Source;
import dev.understudy.roster.Specialty;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where work routes to one responder. */
class HeroMapTest {
    @Test
    void risk_is_criticality_times_recurrence_times_concentration_times_not_yet_independent() {
        // 28 incidents in two quarters are 14 a quarter, and log2(2 + 14) is 4
        Dependency line = new Shop()
                .incidents("checkout", "cache-loss", 28)
                .part("checkout", "cache-loss", Kind.WORKED, "ana", 21)
                .part("checkout", "cache-loss", Kind.WORKED, "bo", 7)
                .playbook()
                .heroMap()
                .dependencies()
                .getFirst();

        assertThat(line.largest().responder()).isEqualTo("ana");
        assertThat(line.factors()).extracting(Factor::kind).containsExactly(Factor.Kind.values());
        // of 21 in 28 at least 0.5976 is certain, by Wilson
        assertThat(line.factors().get(0).value()).isEqualTo(3.0);
        assertThat(line.factors().get(1).value()).isEqualTo(4.0);
        assertThat(line.factors().get(2).value()).isCloseTo(0.5976, within(5e-5));
        assertThat(line.factors().get(3).value()).isEqualTo(1.0);
        assertThat(line.risk()).isCloseTo(3 * 4 * 0.5976, within(1e-3));
        assertThat(line.factors().get(1).found()).isEqualTo("28 incidents in 182 days: 14.0000 a quarter");
        assertThat(line.factors().get(2).found()).isEqualTo("ana: worked 21 of 28");
    }

    @Test
    void a_large_share_of_few_incidents_is_less_certain_than_a_smaller_one_of_many() {
        Dependency line = new Shop()
                .incidents("checkout", "cache-loss", 28)
                .part("checkout", "cache-loss", Kind.ADVISED, "bo", 7)
                .part("checkout", "cache-loss", Kind.ADVISED, "dia", 1)
                .part("checkout", "cache-loss", Kind.WORKED, "ana", 60)
                .part("checkout", "cache-loss", Kind.WORKED, "cem", 20)
                .playbook()
                .heroMap()
                .dependencies()
                .getFirst();

        assertThat(line.largest().responder()).isEqualTo("ana");
        assertThat(line.largest().largest()).map(Route::share).contains(new Share(60, 80));
        assertThat(line.largest().largest()).map(Route::certain).contains(Routes.certain(new Share(60, 80)));
    }

    @Test
    void a_family_is_one_line_with_its_responders_by_name() {
        List<Dependency> lines = new Shop()
                .incidents("checkout", "cache-loss", 28)
                .part("checkout", "cache-loss", Kind.WORKED, "dia", 28)
                .part("checkout", "cache-loss", Kind.CHANGED, "bo", 10)
                .playbook()
                .heroMap()
                .dependencies();

        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().responders()).extracting(Routed::responder).containsExactly("bo", "dia");
        assertThat(lines.getFirst().factors().get(2).found()).isEqualTo("dia: worked 28 of 28");
    }

    @Test
    void fewer_than_eight_of_a_kind_route_nowhere() {
        Shop shop = new Shop()
                .incidents("checkout", "cache-loss", 28)
                .part("checkout", "cache-loss", Kind.ADVISED, "bo", 7);
        assertThat(shop.playbook().heroMap().dependencies()).isEmpty();

        shop.part("checkout", "cache-loss", Kind.ADVISED, "cem", 1);

        assertThat(shop.playbook().heroMap().dependencies()).hasSize(1);
    }

    @Test
    void whom_no_drill_needed_and_who_has_no_part_stands_in_no_line() {
        Shop shop = new Shop().drilled(Drilled.on("2026-10-01"));

        assertThat(shop.playbook().heroMap().dependencies()).isEmpty();
    }

    @Test
    void the_riskiest_dependency_comes_first() {
        List<Dependency> lines = new Shop()
                .incidents("orders", "bad-deploy", 28)
                .incidents("checkout", "cache-loss", 28)
                .part("orders", "bad-deploy", Kind.WORKED, "bo", 10)
                .part("checkout", "cache-loss", Kind.WORKED, "cem", 10)
                .playbook()
                .heroMap()
                .dependencies();

        assertThat(lines).extracting(Dependency::service).containsExactly("checkout", "orders");
    }

    @Test
    void work_that_is_spread_routes_to_nobody() {
        Shop shop = new Shop().incidents("checkout", "cache-loss", 8);
        for (String name : List.of("ana", "bo", "cem", "dia")) {
            shop.part("checkout", "cache-loss", Kind.WORKED, name, 2);
        }

        assertThat(shop.playbook().heroMap().dependencies()).isEmpty();
    }

    @Test
    void deployments_and_tasks_count_where_the_history_has_them() {
        Dependency line = new Shop()
                .incidents("checkout", "cache-loss", 4)
                .part("checkout", "cache-loss", Kind.CHANGED, "ana", 8)
                .playbook()
                .heroMap()
                .dependencies()
                .getFirst();

        assertThat(line.largest().routes()).containsExactly(new Route(Source.CHANGED, new Share(8, 8), true, ""));
    }

    @Test
    void a_robot_that_closes_everything_is_no_hero() {
        Shop shop = new Shop()
                .incidents("checkout", "cache-loss", 20)
                .part("checkout", "cache-loss", Kind.RESOLVED, "robot", 20);

        assertThat(shop.playbook().heroMap().dependencies()).isEmpty();
    }

    @Test
    void being_needed_in_drills_shows_with_their_ids() {
        Dependency line = new Shop()
                .drilled(Drilled.on("2026-10-01").rescuedBy("ana"), Drilled.on("2026-10-15"))
                .playbook()
                .heroMap()
                .dependencies()
                .getFirst();

        assertThat(line.largest().routes()).containsExactly(new Route(Source.NEEDED, new Share(1, 2), true, ""));
        assertThat(line.largest().drills()).containsExactly("d-2026-10-01", "d-2026-10-15");
        assertThat(line.factors().get(2).found()).isEqualTo("ana: needed 1 of 2");
    }

    @Test
    void a_line_falls_once_drills_show_that_the_service_works_without() {
        Shop shop = new Shop()
                .incidents("checkout", "cache-loss", 28)
                .part("checkout", "cache-loss", Kind.WORKED, "ana", 8);
        double before = shop.playbook().heroMap().dependencies().getFirst().risk();
        for (int i = 1; i <= 8; i++) {
            String lead = i % 2 == 0 ? "bo" : "cem";
            shop.drilled(
                    Drilled.on("2026-09-0" + i).led(lead, lead),
                    Drilled.on("2026-10-0" + i)
                            .of("bad-image", "checkout", "bad-deploy")
                            .led(lead, lead));
        }

        Dependency after = shop.playbook().heroMap().dependencies().getFirst();

        assertThat(after.largest().verdict().word()).isEqualTo("independent");
        assertThat(after.risk()).isCloseTo(before / 10, within(1e-9));
    }

    @Test
    void an_accepted_specialty_is_shown_and_lowers_no_figure() {
        Shop shop =
                new Shop().incidents("checkout", "cache-loss", 8).part("checkout", "cache-loss", Kind.WORKED, "ana", 8);
        Dependency before = shop.playbook().heroMap().dependencies().getFirst();
        Specialty accepted = new Specialty("ana", "cache-loss", "cem", "a key", LocalDate.parse("2026-12-31"));

        Dependency after =
                shop.accepted(accepted).playbook().heroMap().dependencies().getFirst();

        assertThat(after.largest().accepted()).isEqualTo(accepted);
        assertThat(after.risk()).isEqualTo(before.risk());
    }
}
