package dev.understudy.independence;

import java.util.List;
import java.util.SortedMap;

/**
 * How few people have to be away until most critical services have nobody who is qualified.
 *
 * @param people size of the smallest such set; 0 when it is so already
 * @param exact whether it is the smallest; otherwise a smaller one may exist
 * @param who one such set, by name
 * @param qualified who is qualified, by critical service
 */
public record BusFactor(int people, boolean exact, List<String> who, SortedMap<String, List<String>> qualified) {
    public BusFactor {
        who = List.copyOf(who);
    }
}
