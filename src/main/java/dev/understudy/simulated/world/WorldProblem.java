package dev.understudy.simulated.world;

/**
 * One thing that is wrong with a world's file.
 *
 * @param file the file as the user named it
 * @param line from 1
 * @param column from 1
 * @param message what is wrong and, where there is one, the way out
 */
public record WorldProblem(String file, int line, int column, String message) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + message;
    }
}
