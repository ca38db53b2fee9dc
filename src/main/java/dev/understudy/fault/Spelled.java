package dev.understudy.fault;

/** A constant that files spell in a way of its own, mostly Kubernetes's. */
public interface Spelled {
    /** The word in YAML. */
    String word();
}
