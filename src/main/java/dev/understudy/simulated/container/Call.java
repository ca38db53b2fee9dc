package dev.understudy.simulated.container;

import java.util.List;
import java.util.Map;

/**
 * A program that is being run.
 *
 * @param words the program's name as it was called, and its arguments
 * @param variables its environment, in order
 */
record Call(
        Container container, Surroundings world, List<String> words, Map<String, String> variables, Streams streams) {
    String name() {
        String called = words.getFirst();
        return called.substring(called.lastIndexOf('/') + 1);
    }

    List<String> arguments() {
        return words.subList(1, words.size());
    }

    /** The arguments that are no options. */
    List<String> operands() {
        return arguments().stream()
                .filter(word -> !word.startsWith("-") || word.equals("-"))
                .toList();
    }

    boolean hasOption(String option) {
        return arguments().contains(option);
    }

    /** The number after an option, in whole seconds. */
    int seconds(String option, int otherwise) {
        return Arguments.number(Arguments.after(option, arguments(), ""), otherwise);
    }

    /** The same place and streams with other words. */
    Call with(List<String> others) {
        return new Call(container, world, others, variables, streams);
    }

    FileTree files() {
        return FileTree.of(container, world);
    }
}
