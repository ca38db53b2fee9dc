package dev.understudy.journal.sql;

import dev.understudy.journal.Chain;
import dev.understudy.journal.Chain.Row;
import dev.understudy.journal.ChainStore.Taken;
import dev.understudy.journal.DrillSummary;
import dev.understudy.journal.HashChain;
import dev.understudy.journal.json.EntryCodec;
import java.util.List;

/** Adds chains from elsewhere to the tables, inside one transaction. */
final class Grafting {
    private final Tables tables;

    Grafting(Tables tables) {
        this.tables = tables;
    }

    Taken take(Chain chain) {
        DrillSummary here = tables.drill(chain.drill()).orElseGet(() -> nothing(chain));
        List<Row> rows = chain.rows();
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
        tables.grow(here, rows.subList(here.length(), rows.size()), true);
        return here.length() == 0 ? Taken.NEW : Taken.GROWN;
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
