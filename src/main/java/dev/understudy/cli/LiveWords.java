package dev.understudy.cli;

import dev.understudy.drill.Briefing;
import dev.understudy.scenario.Scenario.Hint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What people can tell a live drill, as commands that are ready to be pasted into another terminal. */
record LiveWords(Briefing briefing) {
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("people respond; in another terminal:");
        add(lines, "take it", acknowledge());
        add(lines, "write down", "understudy note 'TEXT'" + as());
        if (!briefing.hints().isEmpty()) {
            add(
                    lines,
                    "give a hint",
                    "understudy hint N, N being "
                            + briefing.hints().stream()
                                    .map(Hint::level)
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(", ")));
        }
        briefing.excluded()
                .forEach(out ->
                        add(lines, "a breach", "understudy breach --as " + out + " --kind advised --detail 'TEXT'"));
        add(lines, "get help", "understudy glass --reason 'TEXT', with --real-emergency if it is one");
        add(lines, "stop it", "understudy abort --reason 'TEXT', or Ctrl-C here");
        return lines;
    }

    /** Returns the command that takes the page, for the first who may. */
    String acknowledge() {
        return "understudy ack" + as();
    }

    private String as() {
        return briefing.eligible().stream()
                .findFirst()
                .map(who -> " --as " + who)
                .orElse("");
    }

    private static void add(List<String> lines, String what, String command) {
        lines.add("  %-12s %s".formatted(what, command));
    }
}
