package dev.understudy.independence;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How few people have to be away until more than half of the critical services have nobody who is qualified. After the
 * truck factor of Avelino and others, "A Novel Approach for Estimating Truck Factors" (2016), which does the same to files
 * and their authors, with the same threshold of a half; here it is computed from led drills, and exactly where it can be.
 *
 * @param people size of the smallest such set; 0 when it is so already
 * @param exact whether it is the smallest; otherwise a smaller one may exist
 * @param who one such set, by name
 * @param qualified who is qualified, by critical service
 */
public record BusFactor(int people, boolean exact, List<String> who, SortedMap<String, List<String>> qualified) {
    /** With more people than this the smallest set is looked for greedily. */
    public static final int MOST_EXACT = 20;

    public BusFactor {
        who = List.copyOf(who);
    }

    /**
     * Finds the smallest set.
     *
     * @param qualified names, by critical service; nobody where the list is empty
     */
    public static BusFactor of(SortedMap<String, List<String>> qualified) {
        SortedMap<String, List<String>> sorted = new TreeMap<>();
        qualified.forEach((service, people) ->
                sorted.put(service, people.stream().sorted().distinct().toList()));
        List<String> people = sorted.values().stream()
                .flatMap(List::stream)
                .sorted()
                .distinct()
                .toList();
        boolean exact = people.size() <= MOST_EXACT;
        Removal removal = new Removal(people, List.copyOf(sorted.values()));
        List<String> who = exact ? removal.smallest() : removal.greedy();
        return new BusFactor(who.size(), exact, who, sorted);
    }
}
