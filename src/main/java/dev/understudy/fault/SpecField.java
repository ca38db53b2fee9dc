package dev.understudy.fault;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What an author of scenarios must know of one field of a fault's spec. It goes into the JSON Schema and the reference,
 * and its bounds are checked when a scenario is read.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface SpecField {
    /** Meaning, unit and range in one line. */
    String value();

    /** The value when the file gives none, as it would stand in the file; empty for a field that must be given. */
    String byDefault() default "";

    /** Smallest number allowed, for whole numbers. */
    int min() default 0;

    /** Largest number allowed, for whole numbers. */
    int max() default Integer.MAX_VALUE;
}
