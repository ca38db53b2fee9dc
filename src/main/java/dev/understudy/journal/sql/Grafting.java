package dev.understudy.journal.sql;

import dev.understudy.journal.Chain;
import dev.understudy.journal.Chain.Row;
import dev.understudy.journal.ChainStore.Taken;
import dev.understudy.journal.DrillSummary;
import dev.understudy.journal.HashChain;
import dev.understudy.journal.json.EntryCodec;
import dev.understudy.wording.Words;
import java.util.List;

/** Adds chains from elsewhere to the tables, inside one transaction. */
final class Grafting {
    private final Tables tables;

    Grafting(Tables tables) {
        this.tables = tables;
    }

    Taken take(Chain chain, String origin) {
        DrillSummary here = tables.drill(chain.drill()).orElseGet(() -> nothing(chain));
        List<Row> rows = chain.rows();
        if (here.length() > 0 && !here.ended()) {
            return Taken.UNFINISHED;
        }
        if (here.length() > rows.size()) {
            List<Row> known = tables.rows(chain.drill());
            return same(known.get(rows.size() - 1), rows.getLast()) ? Taken.THERE : Taken.DIFFERENT;
        }
        boolean begins =
                here.length() == 0 || rows.get(here.length() - 1).hash().equals(here.head());
        if (!begins) {
            return Taken.DIFFERENT;
        }
        if (here.length() == rows.size()) {
            return Taken.THERE;
        }
        List<Row> gained = rows.subList(here.length(), rows.size());
        tables.grow(here, gained, true);
        tables.origin(chain.drill(), origin(here, gained.size(), origin));
        return here.length() == 0 ? Taken.NEW : Taken.GROWN;
    }

    /** What was said before stays in front. */
    private static String origin(DrillSummary here, int gained, String origin) {
        if (here.length() == 0) {
            return origin;
        }
        String grown = "its last " + Words.count(gained, "entry") + " " + origin;
        return here.origin() == null ? grown : here.origin() + "; " + grown;
    }

    /** Equal hashes are equal beginnings: each covers all before it. */
    private static boolean same(Row one, Row other) {
        return one.hash().equals(other.hash());
    }

    private static DrillSummary nothing(Chain chain) {
        return new DrillSummary(
                chain.drill(),
                EntryCodec.decode(chain.rows().getFirst().body()).stamp().at(),
                0,
                false,
                HashChain.start(chain.drill()));
    }
}
