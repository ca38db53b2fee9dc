package dev.understudy.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Asks questions on a terminal, one line for one answer; an answer that does not fit is asked for again. */
final class Dialogue {
    /** The answers have ended: the terminal was closed. */
    static final class Ended extends RuntimeException {}

    private final BufferedReader in;
    private final PrintWriter out;

    Dialogue(BufferedReader in, PrintWriter out) {
        this.in = in;
        this.out = out;
    }

    void say(String text) {
        out.println(text);
    }

    /** Returns an answer; empty when there is none to this question. */
    Optional<String> text(String question) {
        String answer = ask(question);
        return answer.isEmpty() ? Optional.empty() : Optional.of(answer);
    }

    /** Hands on each answer as soon as it is there, until there is none. */
    void several(String question, Consumer<String> receiver) {
        for (Optional<String> next = text(question); next.isPresent(); next = text("  and?")) {
            receiver.accept(next.get());
        }
    }

    /** Returns one of some names; empty when none is given. */
    Optional<String> name(String question, Collection<String> known) {
        return again(question, answer -> answer.isEmpty() ? Optional.empty() : Optional.of(known(answer, known)));
    }

    /** Returns some of some names, as they are given with commas between. */
    List<String> names(String question, Collection<String> known) {
        return again(
                question,
                answer -> Arrays.stream(answer.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .map(name -> known(name, known))
                        .toList());
    }

    /** Returns yes or no; no when nothing is said. */
    boolean yes(String question) {
        return again(question + " [y/N]", answer -> switch (answer.toLowerCase(Locale.ROOT)) {
            case "y", "yes" -> true;
            case "", "n", "no" -> false;
            default -> throw new IllegalArgumentException("y or n");
        });
    }

    /** Returns a day that is not before another. */
    LocalDate day(String question, LocalDate first) {
        return again(question + " (such as " + first.plusMonths(1) + ")", answer -> {
            LocalDate day = date(answer);
            if (day.isBefore(first)) {
                throw new IllegalArgumentException("not before " + first);
            }
            return day;
        });
    }

    private static LocalDate date(String answer) {
        try {
            return LocalDate.parse(answer);
        } catch (DateTimeException _) {
            throw new IllegalArgumentException("four digits of the year, two of the month, two of the day");
        }
    }

    /** Returns what an answer means, asking until it means something. */
    <T> T again(String question, Function<String, T> meaning) {
        while (true) {
            try {
                return meaning.apply(ask(question));
            } catch (IllegalArgumentException misfit) {
                say("  " + misfit.getMessage());
            }
        }
    }

    private static String known(String name, Collection<String> known) {
        if (!known.contains(name)) {
            throw new IllegalArgumentException("nobody called '" + name + "' is known here; "
                    + known.stream().sorted().collect(Collectors.joining(", ")));
        }
        return name;
    }

    private String ask(String question) {
        out.print(question + " ");
        out.flush();
        try {
            String line = in.readLine();
            if (line == null) {
                throw new Ended();
            }
            return line.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
