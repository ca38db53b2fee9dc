package dev.understudy.cli;

/** Entry point of the {@code understudy} command. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(Root.commandLine().execute(args));
    }
}
