package dev.understudy.bench;

/** A program that does nothing: what a JVM takes by itself. */
public final class Nothing {
    private Nothing() {}

    public static void main(String[] args) {}
}
