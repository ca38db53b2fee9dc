package dev.understudy.simulated.fields;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An apply that would take fields from their owners and was not told to force it. */
public final class ApplyConflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<FieldConflict> conflicts;

    ApplyConflict(List<FieldConflict> conflicts) {
        super(null, null, false, false);
        this.conflicts = List.copyOf(conflicts);
    }

    /** Returns each field in conflict, at least one. */
    public List<FieldConflict> conflicts() {
        return conflicts;
    }

    /** Returns every conflict in the server's words. */
    @Override
    public String getMessage() {
        return words(conflicts);
    }

    private static String words(List<FieldConflict> conflicts) {
        if (conflicts.size() == 1) {
            FieldConflict only = conflicts.getFirst();
            return "Apply failed with 1 conflict: conflict with " + only.manager() + ": " + only.field();
        }
        Map<String, List<FieldConflict>> byManager = conflicts.stream()
                .collect(Collectors.groupingBy(FieldConflict::manager, TreeMap::new, Collectors.toList()));
        return "Apply failed with " + conflicts.size() + " conflicts: "
                + byManager.entrySet().stream()
                        .map(entry -> "conflicts with " + entry.getKey() + ":\n"
                                + entry.getValue().stream()
                                        .map(conflict -> "- " + conflict.field())
                                        .collect(Collectors.joining("\n")))
                        .collect(Collectors.joining("\n"));
    }
}
