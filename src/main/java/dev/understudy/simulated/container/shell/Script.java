package dev.understudy.simulated.container.shell;

import java.util.List;

/** A script as it was understood. */
public sealed interface Script {
    /**
     * One program that is called.
     *
     * @param words the program and its arguments; none when only variables are set
     * @param settings variables set for it, or for the shell when there are no words
     */
    record Command(List<Setting> settings, List<Word> words, List<Redirection> redirections) implements Script {}

    /** A variable that is set. */
    record Setting(String name, Word value) {}

    /**
     * Where output goes instead.
     *
     * @param stream 1 for output, 2 for complaints
     * @param target {@code 1}, {@code 2}, or {@code /dev/null}
     */
    record Redirection(int stream, String target) {}

    /** Each part reads what the one before it wrote. */
    record Pipe(List<Script> parts) implements Script {}

    /** Turns success into failure and the other way round. */
    record Not(Script script) implements Script {}

    /** The second runs when the first succeeded, or, for {@code or}, when it failed. */
    record Then(Script first, boolean or, Script second) implements Script {}

    /** One after the other, whatever comes of each. */
    record Sequence(List<Script> scripts) implements Script {}

    /** Runs the body as long as the condition succeeds, or, for {@code until}, fails. */
    record Loop(Script condition, boolean until, Script body) implements Script {}

    /** Runs the body once for each word. */
    record Each(String variable, List<Word> words, Script body) implements Script {}

    /** Runs one of two. */
    record Choice(Script condition, Script whenTrue, Script otherwise) implements Script {}

    /** Reads a script. */
    static Script read(String text) throws SyntaxException {
        return read(text, 0);
    }

    /** Reads a script that is so many levels deep inside others. */
    static Script read(String text, int depth) throws SyntaxException {
        Grammar.checkDepth(depth);
        return new Grammar(new Scanner(text, depth).tokens(), depth).script();
    }
}
