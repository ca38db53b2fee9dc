package dev.understudy.journal;

import java.util.List;

/** What verification reads: the stored texts and hashes themselves. An ability of a journal that keeps them. */
public interface Chains {
    /** Returns the ids of all drills, and of entries that belong to none. */
    List<String> chained();

    /** Returns one of them; without rows when there is nothing of that id. */
    Chain chain(String drill);
}
