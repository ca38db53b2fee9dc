package dev.understudy.simulated.remote;

/**
 * The streams that a client asks for.
 *
 * @param terminal whether a terminal stands between; complaints then come with the output
 */
public record Wishes(boolean input, boolean output, boolean complaints, boolean terminal) {
    /** Returns why this cannot be had, in the words of a kubelet; empty when it can. */
    public String problem() {
        if (terminal && complaints) {
            return "tty and stderr cannot both be true";
        }
        return input || output || complaints ? "" : "you must specify at least 1 of stdin, stdout, stderr";
    }
}
