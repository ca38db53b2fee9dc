package dev.understudy.scenario.form;

import org.jspecify.annotations.Nullable;

/** Thrown by a leaf's parser inside this package: the text is not what is wanted. */
final class Misfit extends RuntimeException {
    private final @Nullable String hint;

    Misfit(String found, @Nullable String hint) {
        super(found, null, false, false);
        this.hint = hint;
    }

    @Nullable
    String hint() {
        return hint;
    }
}
