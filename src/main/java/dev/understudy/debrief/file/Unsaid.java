package dev.understudy.debrief.file;

import dev.understudy.debrief.Attribution;
import dev.understudy.debrief.Debrief;
import dev.understudy.debrief.Matters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is still to be said in a debrief: comments beside what was said, so that the file can be recorded as it is.
 *
 * @param actors nobody has said yet who stood behind these
 * @param excluded of whom nobody has said yet what part they had
 * @param begun null when no action is half said
 */
record Unsaid(
        List<String> actors,
        List<String> excluded,
        @Nullable BegunAction begun) {
    static final Unsaid NOTHING = new Unsaid(List.of(), List.of(), null);

    static Unsaid of(Debrief said, Matters drill, @Nullable BegunAction begun) {
        List<String> named =
                said.attributions().stream().map(Attribution::actor).toList();
        return new Unsaid(
                drill.actors().stream().filter(actor -> !named.contains(actor)).toList(),
                drill.excluded().stream().filter(who -> !said.answersFor(who)).toList(),
                begun);
    }

    void actors(YamlLines lines, boolean listed) {
        items(
                lines,
                "actors",
                listed,
                actors.stream()
                        .map(actor -> List.of(
                                "- actor: " + YamlLines.text(actor),
                                "  responder:          # still open: who stood behind it"))
                        .toList());
    }

    void excluded(YamlLines lines, boolean listed) {
        items(
                lines,
                "excluded",
                listed,
                excluded.stream()
                        .map(who -> List.of(
                                "- responder: " + YamlLines.text(who),
                                "  part:               # still open: none, looked, advised or acted"))
                        .toList());
    }

    void action(YamlLines lines, boolean listed) {
        if (begun != null) {
            String owner = begun.owner() == null ? "             # still open" : " " + YamlLines.text(begun.owner());
            items(
                    lines,
                    "actions",
                    listed,
                    List.of(List.of(
                            "- title: " + YamlLines.text(begun.title()),
                            "  owner:" + owner,
                            "  due:                # still open: by when")));
        }
    }

    /** Without their first {@code "# "} the lines are an item of the list, or a list of their own. */
    private static void items(YamlLines lines, String key, boolean listed, List<List<String>> items) {
        if (!listed && !items.isEmpty()) {
            lines.line("  # " + key + ":");
        }
        items.forEach(item -> item.forEach(line -> lines.line((listed ? "    # " : "  #   ") + line)));
    }
}
