package dev.understudy.scenario;

/**
 * Where the parts of a file stand. A part is named by the keys and list positions that lead to it, as in
 * {@code /spec/faults/0/at}.
 */
public interface Places {
    /** Name of the file, as the user gave it. */
    String file();

    /** Returns where the part stands, or the nearest part above it that the file has. */
    Place at(String part);

    /** Tells whether the part was read as it is written, so that its meaning may be judged. */
    boolean sound(String part);
}
