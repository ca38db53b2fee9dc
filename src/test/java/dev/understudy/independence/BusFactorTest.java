package dev.understudy.independence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BusFactorTest {
    @Test
    void one_person_who_alone_has_two_of_three_services_is_enough() {
        BusFactor factor =
                BusFactor.of(sorted(Map.of("a", List.of("ana"), "b", List.of("ana"), "c", List.of("bo", "cy"))));

        assertThat(factor.people()).isEqualTo(1);
        assertThat(factor.who()).containsExactly("ana");
        assertThat(factor.exact()).isTrue();
    }

    @Test
    void exactly_half_of_the_services_is_not_more_than_half() {
        BusFactor factor = BusFactor.of(sorted(Map.of("a", List.of("ana"), "b", List.of("bo"))));

        assertThat(factor.people()).isEqualTo(2);
    }

    @Test
    void nobody_has_to_go_where_most_services_have_nobody_already() {
        BusFactor factor = BusFactor.of(sorted(Map.of("a", List.of(), "b", List.of(), "c", List.of("ana"))));

        assertThat(factor.people()).isZero();
        assertThat(factor.exact()).isTrue();
    }

    @Test
    void no_service_has_no_factor_to_speak_of() {
        assertThat(BusFactor.of(new TreeMap<>()).people()).isZero();
    }

    @Test
    void is_what_trying_every_set_of_people_gives() {
        for (int seed = 0; seed < 200; seed++) {
            SortedMap<String, List<String>> qualified = any(new Random(seed), 7, 6);

            BusFactor factor = BusFactor.of(qualified);

            assertThat(factor.people()).as("seed %d: %s", seed, qualified).isEqualTo(byBruteForce(qualified, 7));
            assertThat(lost(qualified, Set.copyOf(factor.who())) * 2).isGreaterThan(qualified.size());
        }
    }

    @Test
    void twenty_people_are_still_tried_exactly() {
        SortedMap<String, List<String>> qualified = any(new Random(1), 20, 12);
        qualified.put("z", IntStream.range(0, 20).mapToObj(i -> "p" + i).toList());

        assertThat(BusFactor.of(qualified).exact()).isTrue();
    }

    @Test
    void beyond_twenty_people_a_bound_is_given_and_called_one() {
        for (int seed = 0; seed < 20; seed++) {
            SortedMap<String, List<String>> qualified = any(new Random(seed), 12, 9);
            int exact = BusFactor.of(qualified).people();
            Removal removal = new Removal(
                    qualified.values().stream()
                            .flatMap(List::stream)
                            .sorted()
                            .distinct()
                            .toList(),
                    List.copyOf(qualified.values()));

            assertThat(removal.greedy()).hasSizeGreaterThanOrEqualTo(exact);
            assertThat(lost(qualified, Set.copyOf(removal.greedy())) * 2).isGreaterThan(qualified.size());
        }
        SortedMap<String, List<String>> many = new TreeMap<>();
        many.put("a", IntStream.range(0, 30).mapToObj(i -> "p" + i).toList());
        many.put("b", List.of("p1", "p2"));
        many.put("c", List.of("p2"));

        BusFactor factor = BusFactor.of(many);

        assertThat(factor.exact()).isFalse();
        assertThat(factor.who()).containsExactly("p1", "p2");
    }

    private static SortedMap<String, List<String>> any(Random random, int people, int services) {
        SortedMap<String, List<String>> qualified = new TreeMap<>();
        for (int service = 0; service < services; service++) {
            List<String> who = new ArrayList<>();
            for (int person = 0; person < people; person++) {
                if (random.nextInt(3) == 0) {
                    who.add("p" + person);
                }
            }
            qualified.put("s" + service, who);
        }
        return qualified;
    }

    private static int byBruteForce(SortedMap<String, List<String>> qualified, int people) {
        int fewest = people;
        for (int mask = 0; mask < 1 << people; mask++) {
            Set<String> gone = new TreeSet<>();
            for (int person = 0; person < people; person++) {
                if ((mask >> person & 1) == 1) {
                    gone.add("p" + person);
                }
            }
            if (lost(qualified, gone) * 2 > qualified.size()) {
                fewest = Math.min(fewest, gone.size());
            }
        }
        return fewest;
    }

    private static long lost(SortedMap<String, List<String>> qualified, Set<String> gone) {
        return qualified.values().stream().filter(gone::containsAll).count();
    }

    private static SortedMap<String, List<String>> sorted(Map<String, List<String>> qualified) {
        return new TreeMap<>(qualified);
    }
}
