package dev.understudy.roster;

import java.util.List;

/**
 * People who are paged together.
 *
 * @param name unique in the roster
 * @param members names of responders
 */
public record Team(String name, List<String> members) {
    public Team {
        members = List.copyOf(members);
    }
}
