package dev.understudy.app;

/** Why a drill from elsewhere is not taken, as the end of a sentence about it. */
final class Objection extends Exception {
    Objection(String why) {
        super(why, null, false, false);
    }

    /** Returns it in words. */
    String why() {
        return String.valueOf(getMessage());
    }
}
