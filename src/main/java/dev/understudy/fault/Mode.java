package dev.understudy.fault;

/** How many of the candidates a fault hits; the words are those of Chaos Mesh. */
public enum Mode implements Spelled {
    /** One, by chance. */
    ONE("one"),
    /** Every one. */
    ALL("all"),
    /** As many as the value says, by chance. */
    FIXED("fixed"),
    /** As many percent as the value says, rounded down, by chance. */
    FIXED_PERCENT("fixed-percent"),
    /** Up to as many percent as the value says, at least one, number and choice by chance. */
    RANDOM_MAX_PERCENT("random-max-percent");

    private final String word;

    Mode(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }

    /** Tells whether the mode needs a value. */
    boolean counts() {
        return this != ONE && this != ALL;
    }

    boolean isPercent() {
        return this == FIXED_PERCENT || this == RANDOM_MAX_PERCENT;
    }
}
