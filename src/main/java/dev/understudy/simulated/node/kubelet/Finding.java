package dev.understudy.simulated.node.kubelet;

/** What one probe finds. */
sealed interface Finding {
    /** The container answers as it should. */
    record Well() implements Finding {}

    /** It does not; {@code why} as the kubelet prints it. */
    record Unwell(String why) implements Finding {}

    /** The probe itself could not be made, which counts for nothing. */
    record Unknown(String why) implements Finding {}
}
