package dev.understudy.simulated.container;

import java.util.List;

/** Reads the arguments of programs. */
final class Arguments {
    private Arguments() {}

    /** Reads a whole number, or takes another when it is none. */
    static int number(String text, int otherwise) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            return otherwise;
        }
    }

    /** Returns what follows an option, as in {@code -n 3} and {@code -n3}; {@code otherwise} when it is not there. */
    static String after(String option, List<String> arguments, String otherwise) {
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (word.equals(option) && i + 1 < arguments.size()) {
                return arguments.get(i + 1);
            }
            if (word.startsWith(option) && word.length() > option.length() && !option.startsWith("--")) {
                return word.substring(option.length());
            }
        }
        return otherwise;
    }
}
