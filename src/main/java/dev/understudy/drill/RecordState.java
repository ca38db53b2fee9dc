package dev.understudy.drill;

/** Whether the drill's record stands in the cluster. */
public enum RecordState {
    /** Not tried yet, or taken out again. */
    ABSENT,
    /** From the moment we may try to write it: an answer may be lost. */
    MAY_STAND,
    /** Left there, because something could not be undone or it could not be removed. */
    KEPT
}
