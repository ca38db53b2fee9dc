package dev.understudy.history;

import static dev.understudy.history.Incidents.Added.CONFLICT;
import static dev.understudy.history.Incidents.Added.NEW;
import static dev.understudy.history.Incidents.Added.SAME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.history.Participation.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of incidents does. */
public abstract class IncidentsContract {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Participation BO = new Participation("bo", Kind.ACKNOWLEDGED);
    private static final Participation ANA = new Participation("ana", Kind.WORKED);

    protected abstract Incidents incidents();

    @Test
    public void gives_back_what_it_was_given() {
        Incident full = new Incident(
                "tickets",
                "7",
                "checkout",
                "cache-loss",
                NOON,
                NOON.plusNanos(1),
                NOON.plusSeconds(9),
                2,
                List.of(BO, ANA));
        Incident bare = new Incident("tickets", "8", "x", "", NOON.plusSeconds(1), null, null, 0, List.of());

        incidents().add(List.of(full, bare));

        assertThat(all(Instant.MIN, Instant.MAX)).containsExactly(full, bare);
    }

    @Test
    public void takes_the_same_incident_once_whatever_the_order_of_its_people() {
        incidents().add(List.of(incident("1", NOON, BO, ANA)));

        List<Incidents.Added> again = incidents().add(List.of(incident("1", NOON, ANA, BO)));

        assertThat(again).containsExactly(SAME);
        assertThat(incidents().count()).isEqualTo(1);
    }

    @Test
    public void forgets_a_source_and_nothing_else_so_that_it_can_be_taken_again() {
        Incident ticket = new Incident("tickets", "1", "checkout", "", NOON, null, null, 0, List.of());
        incidents().add(List.of(incident("1", NOON, BO), incident("2", NOON, ANA), ticket));
        assertThat(incidents().sources()).containsExactly(Map.entry("pager", 2L), Map.entry("tickets", 1L));

        assertThat(incidents().forget("pager")).isEqualTo(2);
        assertThat(incidents().forget("pager")).isZero();

        assertThat(all(Instant.MIN, Instant.MAX)).containsExactly(ticket);
        assertThat(incidents().add(List.of(incident("1", NOON, ANA)))).containsExactly(NEW);
    }

    @Test
    public void keeps_the_first_of_two_that_differ() {
        Incident first = incident("1", NOON, BO);
        incidents().add(List.of(first));

        List<Incidents.Added> other = incidents().add(List.of(incident("1", NOON, ANA)));

        assertThat(other).containsExactly(CONFLICT);
        assertThat(all(Instant.MIN, Instant.MAX)).containsExactly(first);
    }

    @Test
    public void tells_of_each_in_a_batch_what_became_of_it() {
        Incident one = incident("1", NOON, BO);
        Incident other = incident("1", NOON, ANA);
        Incident two = incident("2", NOON, BO);

        List<Incidents.Added> results = incidents().add(List.of(one, two, one, other, two));

        assertThat(results).containsExactly(NEW, NEW, SAME, CONFLICT, SAME);
    }

    @Test
    public void knows_the_same_id_of_two_sources_apart() {
        Incident pager = incident("1", NOON, BO);
        Incident desk = new Incident("desk", "1", "search", "", NOON, null, null, 0, List.of());

        assertThat(incidents().add(List.of(pager, desk))).containsExactly(NEW, NEW);
    }

    @Test
    public void tells_the_oldest_first_from_the_first_moment_to_before_the_last() {
        incidents()
                .add(List.of(
                        incident("late", NOON.plusSeconds(60), BO),
                        incident("on-time", NOON, BO),
                        incident("early", NOON.minusNanos(1), BO),
                        incident("middle", NOON.plusSeconds(30), BO)));

        assertThat(all(NOON, NOON.plusSeconds(60))).extracting(Incident::id).containsExactly("on-time", "middle");
    }

    @Test
    public void tells_of_many_that_opened_at_one_moment_each_once() {
        List<Incident> many = IntStream.range(0, 4500)
                .mapToObj(i -> incident("%05d".formatted(i), NOON, BO))
                .toList();
        incidents().add(many);

        assertThat(all(NOON, NOON.plusNanos(1))).isEqualTo(many);
    }

    private List<Incident> all(Instant from, Instant to) {
        List<Incident> told = new ArrayList<>();
        incidents().each(from, to, told::add);
        return told;
    }

    private static Incident incident(String id, Instant opened, Participation... parts) {
        return new Incident("pager", id, "checkout", "cache-loss", opened, null, null, 0, List.of(parts));
    }
}
