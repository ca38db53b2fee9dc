package dev.understudy.drill;

/** How good the evidence of a stamp is. */
public enum Grade {
    /** Signed and personal. */
    A,
    /** Personal, but unsigned or polled. */
    B,
    /** Free text or self-reported. */
    C,
    /** Inferred. */
    D
}
