package dev.understudy.scenario.form;

import dev.understudy.scenario.Place;
import dev.understudy.scenario.yaml.Problems;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a form is reading, and where it reports to. */
public final class Spot {
    private final String path;
    private final Place anchor;
    private final Problems problems;
    private final Set<String> lost;

    private Spot(String path, Place anchor, Problems problems, Set<String> lost) {
        this.path = path;
        this.anchor = anchor;
        this.problems = problems;
        this.lost = lost;
    }

    /** The document as a whole. */
    public static Spot root(Problems problems) {
        return new Spot("", Place.START, problems, new HashSet<>());
    }

    /** The field of that name; without a place of its own when the file does not have it. */
    Spot field(String key, @Nullable Place keyPlace) {
        String step = key.replace("~", "~0").replace("/", "~1");
        return new Spot(path + "/" + step, keyPlace == null ? anchor : keyPlace, problems, lost);
    }

    Spot item(int index, Place start) {
        return new Spot(path + "/" + index, start, problems, lost);
    }

    /** Reports a problem because of which this part has no value. */
    void wrong(Place place, String message, @Nullable String hint) {
        problems.add(place, message, hint);
        lose();
    }

    /** Reports a problem at the key or beginning of this part, because of which it has no value. */
    void wrong(String message, @Nullable String hint) {
        wrong(anchor, message, hint);
    }

    /** Reports a problem that leaves the value readable. */
    void remark(Place place, String message, @Nullable String hint) {
        problems.add(place, message, hint);
    }

    /** Reports a problem at the key or beginning of this part that leaves the rest of it readable. */
    void remark(String message, @Nullable String hint) {
        remark(anchor, message, hint);
    }

    /** Notes that this part has no value because of a problem reported already. */
    void lose() {
        lost.add(path);
    }

    /** Number of parts lost so far. */
    int losses() {
        return lost.size();
    }

    /** Parts that could not be read, named as in {@link dev.understudy.scenario.Places}. */
    public Set<String> lost() {
        return Set.copyOf(lost);
    }

    /** What this part is called in a message: {@code 'deadline'}, {@code entry 2 of 'members'}. */
    String called() {
        String last = path.substring(path.lastIndexOf('/') + 1);
        if (path.isEmpty()) {
            return "the document";
        }
        if (!last.matches("\\d+")) {
            return "'" + last.replace("~1", "/").replace("~0", "~") + "'";
        }
        String list = path.substring(0, path.lastIndexOf('/'));
        return "entry " + (Integer.parseInt(last) + 1) + " of '" + list.substring(list.lastIndexOf('/') + 1) + "'";
    }
}
