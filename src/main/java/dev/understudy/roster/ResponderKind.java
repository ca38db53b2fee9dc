package dev.understudy.roster;

/** What sort of responder may act; an assistant can be a hero too, and can be excluded too. */
public enum ResponderKind {
    /** A human being. */
    PERSON,
    /** A controller or script that acts by rule. */
    AUTOMATION,
    /** An artificial helper that decides by itself. */
    ASSISTANT
}
