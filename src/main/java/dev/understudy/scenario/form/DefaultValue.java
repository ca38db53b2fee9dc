package dev.understudy.scenario.form;

import dev.understudy.scenario.yaml.PlainSort;

/** A default of the language as a JSON value. */
final class DefaultValue {
    private DefaultValue() {}

    static Object json(String written) {
        return switch (PlainSort.of(written)) {
            case TRUTH -> Boolean.valueOf(written);
            case WHOLE -> Integer.valueOf(written);
            case NOTHING, DECIMAL, TEXT -> written;
        };
    }
}
